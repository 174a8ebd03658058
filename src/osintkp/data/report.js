"use strict";
(() => {
  const form = document.getElementById("filters");
  const findings = [...document.querySelectorAll(".finding")];
  const words = document.getElementById("words");
  const shown = document.getElementById("shown");
  const texts = findings.map((each) => each.textContent.toLowerCase());
  const apply = () => {
    const wanted = new Set([...form.querySelectorAll("input:checked")].map((box) => box.value));
    const sought = words.value.trim().toLowerCase();
    let count = 0;
    findings.forEach((each, number) => {
      const fits = wanted.has(each.dataset.severity) && texts[number].includes(sought);
      each.hidden = !fits;
      count += fits ? 1 : 0;
    });
    shown.textContent = `${count} of ${findings.length} findings`;
  };
  form.hidden = false;
  form.addEventListener("input", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  window.addEventListener("beforeprint", () => document.querySelectorAll("details").forEach((each) => { each.open = true; }));
})();
