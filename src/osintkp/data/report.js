"use strict";
(() => {
  const form = document.getElementById("filters");
  const findings = [...document.querySelectorAll(".finding")];
  const groups = [...document.querySelectorAll(".severity")];
  const shown = document.getElementById("shown");
  const field = (name) => document.getElementById(`filter-${name}`);
  const texts = findings.map((each) => each.textContent.toLowerCase());

  const apply = () => {
    const wanted = new Set([...form.querySelectorAll("input:checked")].map((box) => box.value));
    const check = field("check").value;
    const source = field("source").value;
    const sought = field("words").value.toLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    findings.forEach((each, number) => {
      const fits = wanted.has(each.dataset.severity)
        && (!check || each.dataset.check === check)
        && (!source || each.dataset.sources.split(" ").includes(source))
        && sought.every((word) => texts[number].includes(word));
      each.hidden = !fits;
      count += fits ? 1 : 0;
    });
    groups.forEach((each) => { each.hidden = !each.querySelector(".finding:not([hidden])"); });
    shown.textContent = count === findings.length ? `${count} findings` : `${count} of ${findings.length} findings`;
  };

  const arrive = () => {
    const target = location.hash && document.getElementById(location.hash.slice(1));
    if (!target) return;
    if (target.closest("[hidden]")) { form.reset(); apply(); }
    for (let fold = target.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    const own = target.querySelector(":scope > details");
    if (own && target.classList.contains("finding")) own.open = true;
    target.scrollIntoView();
  };

  form.hidden = false;
  form.addEventListener("input", apply);
  form.addEventListener("reset", () => setTimeout(apply));
  form.addEventListener("submit", (event) => event.preventDefault());
  window.addEventListener("hashchange", arrive);
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (link && link.hash && link.hash === location.hash) arrive();
  });
  let folded = [];
  window.addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll("details:not([open])")];
    folded.forEach((each) => { each.open = true; });
  });
  window.addEventListener("afterprint", () => folded.forEach((each) => { each.open = false; }));
  apply();
  arrive();
})();
