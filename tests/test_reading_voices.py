"""Who tells an event, how surely, and whether it is denied: sentences of every construction, from many conflicts."""

import pytest

from costs import cost
from osintkp.reading.events import Event, Speaker, Voice
from osintkp.reading.finding import find
from osintkp.reading.mentions import Mentions
from osintkp.reading.pages.structure import structure
from osintkp.reading.tokens import Tokens
from osintkp.reading.voices.cues import cues
from osintkp.reading.voices.finder import voices

DENIED = [
    "Eritrea denied [sending] troops to Tigray.",
    "Eritrea has repeatedly and categorically denied [sending] troops to Tigray.",
    "Eritrea denies that its forces [entered] Tigray.",
    "Eritrea denies its forces [entered] Tigray.",
    "Eritrea denies it [sent] troops.",
    "Eritrea flatly denied having [sent] troops.",
    "Eritrea denied any [deployment] in Tigray.",
    "Azerbaijan refuted reports that Israel had [supplied] drones.",
    "Azerbaijan refuted media reports of drone [shipments] from Israel.",
    "Kigali dismissed as fabricated the claims that it had [sent] troops.",
    "Kigali dismissed the UN panel's claim that it [armed] the M23.",
    "Kigali rejected accusations by Kinshasa that it [armed] the M23.",
    "Kigali rejected allegations of [arming] the M23.",
    '"We have never [sent] troops to Goma," Rwandan President Paul Kagame said.',
    '"Rwanda has not [sent] troops to Goma," he told reporters.',
    "Rwanda said it had not [sent] a single soldier to Goma.",
    "Rwanda says it has no [troops] in Goma.",
    "No shells were [delivered] to Armenia last year.",
    "None of the promised shells has been [delivered] to Armenia.",
    "Neither Iran nor Russia has [delivered] jets to Armenia.",
    "Iran never [delivered] the jets.",
    "Iran hasn't [delivered] the jets.",
    "Iran has not yet [delivered] the jets.",
    "The jets were not [delivered] to Sudan.",
    "The jets have yet to be [delivered] to Sudan.",
    "Egypt refused to [supply] Ukraine with shells.",
    "Egypt stopped short of [sending] troops to Libya.",
    "Israel has so far avoided [supplying] Kyiv with air defence systems.",
    "Serbia ruled out [sending] shells to Ukraine.",
    "Serbian President Aleksandar Vucic ruled out the [delivery] of shells.",
    "There is no evidence that the ship [carried] arms.",
    "Inspectors found no evidence of arms [transfers] to Hamas.",
    "Inspectors did not find any evidence that arms were [transferred] to Hamas.",
    "The White House has seen no indication that China [supplied] missiles.",
    "We have no reason to believe that Chad [supplied] arms.",
    "The Pentagon does not believe that China has [supplied] missiles to Iran.",
    "US officials do not think Iran has [delivered] the missiles.",
    "The foreign minister called the report that Georgia [shipped] fuel false.",
    "Tbilisi described claims that it [shipped] fuel as baseless.",
    "The claim that Georgia [shipped] fuel is false, the ministry said.",
    "It is not true that Georgia [shipped] fuel.",
    "Tehran's denial that it [armed] the Houthis convinced nobody.",
    "Despite denials from Kigali that it had [sent] troops, fighting went on.",
    "Mali denied a report by Reuters that it had [paid] Wagner $10 million.",
    "Reports that Mali had [paid] Wagner were denied by Bamako.",
    "Claims that Mali [bought] drones have been rejected by the junta.",
    "Iran has denied the US claims that it [armed] militias in Iraq.",
    "Iran denied the [transfer] of drones, Reuters reported.",
    "Reuters reported that Iran had denied [transferring] drones.",
    "According to Reuters, Iran denied [transferring] drones.",
    "Iran, which Washington says armed the Houthis, has denied [supplying] missiles.",
    "A spokesman for the Libyan army denied that Turkish jets had [struck] the base.",
    "Myanmar's junta denied [bombing] the village, saying rebels planted the mines.",
    "The promised [deliveries] never arrived.",
    "The [delivery] did not take place.",
    "Turkey did not [send] any troops to Sudan.",
    "Turkey does not plan to [send] troops to Sudan.",
    'The UAE "categorically rejected" claims that it was [supplying] arms to the RSF.',
    "The UAE has denied [sending] arms or [training] fighters.",
    "The UAE has denied [sending] arms and [training] fighters.",
    "The UAE has denied that it [sent] arms or [trained] fighters.",
    "The UAE neither [sent] arms nor [trained] fighters.",
    "Iran rejected the charge of having [sold] missiles to Russia.",
    "Sweden's government brushed off reports that it had [sold] tanks to Turkey.",
    "The company disputes that it [exported] parts to Iran.",
    "Hezbollah disputed claims it had [received] missiles.",
    "Hezbollah denied it was behind the [attack].",
    "Kenya withheld comment but denied [selling] arms.",
    '"These reports are baseless. We did not [ship] anything," the minister said.',
    "Chad has failed to [deliver] the trucks it promised.",
    "Uganda declined to [send] more troops to Somalia.",
    "Uganda insists it has not [sent] troops to Congo.",
    "Uganda insisted that no troops had been [sent] to Congo.",
    "The treaty has not been [ratified] by Iran.",
    "Neither side has [signed] the accord.",
    "The two leaders never [met], an aide said.",
    "Officials said the missiles had not been [launched].",
    "Kinshasa accused Kigali of denying that it had [sent] troops.",
    "Belarus's defence ministry has rejected as untrue reports that missiles were [moved] to Grodno.",
    "Nicaragua strongly denied that Iranian drones had been [stationed] there.",
    "The Venezuelan government, for its part, denied [receiving] any missiles.",
    "Asked about the cargo, Minsk denied [exporting] shells.",
    "In a statement on Monday, the Ethiopian government denied that its jets [bombed] Mekelle.",
    "Officials in Addis Ababa denied on Monday that jets had [bombed] Mekelle.",
    "Qatar has always denied [funding] Hamas.",
    "Pakistan's army spokesman denied the [loss] of any aircraft.",
    "Pakistan denied any of its jets had been [lost].",
    "India denied Pakistani claims that it had [lost] five jets.",
    "India has dismissed Pakistan's assertion that five jets were [shot] down.",
    "The Taliban deny [receiving] weapons from Moscow.",
    "The Taliban have long denied [receiving] weapons from Moscow, according to Western diplomats.",
    '"Absolutely no weapons were [supplied] by us to anyone," the Belarusian president said.',
    '"It\'s a lie that we [shipped] tanks," the minister added.',
    "Cuba's foreign minister denied reports of Cuban [troops] in Ukraine.",
    "Bulgaria has never officially [supplied] weapons to Kyiv.",
    "Hungary will not [send] weapons to Ukraine.",
    "Hungary said it would not [send] weapons to Ukraine.",
    "Hungary vowed never to [send] weapons.",
    "Switzerland has not authorised the [transfer] of the guns.",
    "The ship did not [carry] arms, its owner said.",
    "The crew denied that the ship was [carrying] arms bound for Yemen.",
    "A Houthi official told Al Jazeera that no ship had been [seized].",
    "The navy could find no sign that a missile had been [launched].",
    "Nothing has been [delivered] since June.",
    "No such agreement was ever [signed], Harare said.",
    "The minister rejected suggestions the two had [met].",
    "The two men did not [meet] in Doha.",
    "Somaliland denies hosting Emirati [troops].",
    "Azerbaijan did not immediately comment, but it has previously denied [using] cluster bombs.",
    "Laos has so far been unable to [deliver] the rice.",
    "Not one of the 31 tanks has [arrived].",
    "Without ever having [sent] a single tank, Bern profits from the war.",
    "The president said claims that Ghana [sent] troops were false.",
    "Saying it had [sent] no troops, Ghana called for talks.",
    "Ghana, which says it has not [sent] troops, called for talks.",
    "Chad's junta has denied being paid to let the UAE [ship] arms through Amdjarass.",
    "The Kremlin has rejected as nonsense claims that it [supplied] S-400 missiles to Libya.",
    "North Macedonia has denied, through its embassy, that it [sold] rifles to Sudan.",
    "Colombia's government said reports of its soldiers [fighting] in Yemen were untrue.",
    "Tunis again denied the [presence] of US drones on its soil.",
    "Kazakhstan, contrary to media reports, has not [exported] shells to Russia.",
    "Contrary to what Baku claims, Armenia did not [fire] on the convoy.",
    "Astana insisted no dual-use goods were [shipped] to Russia.",
    "Thailand's navy said it never [received] the submarines.",
    "Lebanon said none of the fuel had been [unloaded].",
    "The bank denied it had [transferred] $40 million to the group.",
    "Al-Shabaab denied that 40 of its fighters were [killed].",
    "The EU said it could not [deliver] the million shells.",
    "Brussels admitted it had not [delivered] the million shells.",
    "Only after the war did Spain deny having [sold] bombs to Riyadh.",
    "He denied ever [meeting] the arms dealer.",
    "She denied being aware of the [shipment].",
    "Paris has always maintained that its guns were not [used] in Yemen.",
    'Tehran\'s UN mission denied [supplying] weapons "to any party in Yemen".',
    '"Iran has not [supplied] and will not supply weapons," the mission said.',
    'The foreign ministry in Minsk termed reports of troop [movements] "absolutely false".',
    "Ankara denies the [use] of Syrian fighters in Karabakh.",
    "Ankara denied that Syrian fighters, some 2,000 men, had been [sent] to Karabakh.",
    "Officials dismissed talk of a [sale] of F-16s.",
    "Delhi refuses to [sell] missiles to Manila.",
    "The government never [announced] the purchase.",
    "UN investigators have yet to find evidence that Chad [armed] the RSF.",
    "Reuters could find no evidence that the trucks [carried] arms.",
    "The ceasefire deal was never [signed].",
    "Kenya's promise was not kept: no police were [deployed].",
    "Bangui said it did not have any agreement with the firm and had [paid] nothing.",
    "The Sahrawi movement has denied that its fighters [attacked] the convoy near Guerguerat.",
    "Uzbekistan's border service called the report of helicopters [sold] to the Taliban fake.",
    "Officials in Juba have consistently denied that South Sudan [received] tanks from Israel.",
    "Djibouti officially denies that its port was [used] for the transfer.",
    "Dhaka denied media reports suggesting that it had [ordered] missiles.",
    "Accusations that Warsaw [trained] saboteurs are baseless, a spokesman said.",
    "Baghdad's claim of having [destroyed] the launchers was dismissed by the Pentagon.",
    "The charge that Sofia [sent] shells was rejected by the premier.",
    "Neither Khartoum nor the RSF has [allowed] aid in.",
    "It is untrue that Manila [accepted] the missiles.",
    "The Comoros have neither [bought] nor leased patrol boats.",
    "Malta denied wrongdoing and said it had never [exported] the fuel.",
    "There are no Cuban [troops] in Venezuela, Havana said.",
    "There has been no [delivery] of fuel since March.",
    "Since March no fuel [reached] the hospital.",
    "Oslo decided not to [supply] jets.",
    "Oslo has opted against [supplying] jets.",
    "Slovakia's new government halted plans to [send] shells and has sent none.",
    "Lima cancelled the [purchase] of the jets.",
    "The convoy never [reached] El Fasher.",
    "The army could not [retake] the town.",
    "Asked whether it had armed the rebels, Asmara said it had not [sent] them a single bullet.",
    "A UN official said no trucks [crossed] on Sunday.",
    "Reports of a coup and of Russian [troops] in Bamako were denied by the army.",
    '"The allegation that we [financed] the group is false," the emir said.',
    "The emir denied that his country [financed] the group, calling the charge absurd.",
    "The emir, who denied having [financed] the group, flew home.",
]

NOT_DENIED = [
    "Ethiopia, which has denied sending troops, [shipped] 200 containers to Port Sudan.",
    "Ethiopia, which denies any role, [sent] 400 troops to Gedo, according to residents.",
    "Iran [shipped] 200 missiles to Yemen, US officials said, a charge that Tehran denies.",
    "Iran [shipped] 200 missiles to Yemen, which Tehran denies.",
    "Rwanda [sent] 4,000 troops to Goma, a claim denied by Kigali.",
    "Rwanda denied the claims, but UN experts said 4,000 troops had been [sent] to Goma.",
    "Rwanda denies it, but some 4,000 of its troops [crossed] the border.",
    "Rwanda has denied backing rebels, although 4,000 of its troops [crossed] the border.",
    "While Rwanda denied backing the M23, it [sent] 4,000 troops across the border.",
    "Despite denying involvement, Rwanda [sent] 4,000 troops across the border.",
    "Rwanda denied involvement and [sent] 4,000 troops home.",
    "Turkey rejected the ceasefire and [sent] 400 troops to Tripoli.",
    "Turkey rejected a proposal to [send] troops to Gaza.",
    "Mali dismissed the ambassador after France [sent] troops to Niger.",
    "Israel denied entry to aid trucks [sent] by Jordan.",
    "Israel denied access to the 40 trucks that Jordan [sent] to Gaza.",
    "Armenia did not deny [receiving] jets from India.",
    "Armenia has not denied that it [received] jets from India.",
    "Armenia neither confirmed nor denied [receiving] jets.",
    "Armenia has neither denied nor confirmed that it [received] jets.",
    "Armenia refused to confirm or deny that it [received] jets.",
    "Nobody denies that India [sent] guns to Armenia.",
    "India denied that no guns had been [sent] to Armenia.",
    "Not only did India [send] guns, it also sent radars.",
    "India [sent] no fewer than 40 guns to Armenia.",
    "India [sent] not just guns but also radars to Armenia.",
    "Egypt failed to stop the [shipments] of fuel to Gaza.",
    "The embargo has not prevented the [delivery] of drones to Libya.",
    "Sudan did not say how many tanks Egypt had [sent].",
    "The army has not confirmed that it [received] the jets.",
    "If Chad had not [sent] troops, N'Djamena would have lost influence.",
    "The ministry denied knowing who [sent] the drones.",
    "The ministry denied that the drones that [hit] Khartoum were its own.",
    "The ministry denied owning the drones [shot] down over Khartoum.",
    "Serbia has not joined the sanctions and [sold] shells to Ukraine through Czech firms.",
    "Serbia, which did not join the sanctions, [sold] shells worth $800 million.",
    "Serbia is not a member of NATO but [sold] shells to Kyiv.",
    "Without naming Russia, he said Moscow had [sent] troops.",
    "Iran denied sending drones after Russia had [fired] hundreds of them at Kyiv.",
    "Iran denied sending drones, saying it had [delivered] some before the war.",
    "Iran denied the charge and said it had [shipped] only food.",
    "Jordan, not Egypt, [sent] the trucks.",
    "Egypt could not stop Jordan, which [sent] 40 trucks.",
    "The shipment was not the first: Iran had [sent] missiles in 2019.",
    "It was not until May that the trucks were [delivered].",
    "He denied wrongdoing. The firm [shipped] 40 engines to Iran.",
    "No one was hurt when Iran [fired] 12 missiles at the base.",
    "There is no doubt that Iran [sent] drones.",
    "No country has [sent] more tanks than Poland.",
    "Opponents who deny the deal point to the 40 tanks Poland [sent].",
    "The rebels' denial came after Chad [sent] 400 troops.",
    "Chad's junta, which has denied it, let the UAE [ship] arms through Amdjarass.",
    "Residents contradicted the army's denial and said jets [bombed] the market.",
    "The UN said 40 trucks had [crossed], contradicting Israel's denials.",
    "Officials who denied the deal later admitted that Malta had [sold] the passports.",
    "After first denying it, Iran admitted that its air defence had [shot] down the airliner.",
    "Iran initially denied responsibility but admitted that it had [shot] down the airliner.",
    "Iran no longer denies that it [sent] drones.",
    "Nobody has denied that the jets [crossed] the border.",
    "Israel neither confirms nor denies that it [struck] the convoy.",
    "Israel, which rarely comments, did not confirm that it had [struck] the convoy.",
    "Mali rejected France's help and [hired] Wagner.",
    "Mali rejected calls to end the deal, under which Wagner [sent] 1,000 men.",
    "Niger dismissed its army chief, whose men had [killed] 40 villagers.",
    "The court rejected an appeal by the firm that [shipped] the engines.",
    "The firm that [shipped] the engines denied wrongdoing.",
    "The drones that Iran denies making have [killed] 40 people.",
    "Denying Iran a victory, Iraq [recaptured] Faw.",
    "The blockade denied food to a city where shells had [killed] hundreds.",
    "Burundi does not only [train] troops, it also pays them.",
    "Nepal did nothing while China [built] a base.",
    "The trucks had not been searched before they [crossed] into Gaza.",
    "It is not clear whether Oman [paid] for the jets.",
    "It is unclear how many jets Oman [bought].",
    "Oman did not disclose that it had [bought] jets.",
    "The army had never before [fired] so many shells.",
    "Never has Iran [fired] so many missiles.",
    "Libya cannot forget that Italy [bombed] it.",
    "Ukraine does not deny that its drones [hit] the refinery.",
    "Greece never refused to [sell] arms to Armenia.",
    "Nigeria has yet to comment on the jets it [received].",
    "There is no proof that Iran did not [send] drones.",
    "Congo, despite Rwandan denials, says Kigali [sent] 4,000 soldiers.",
    "Kigali's denials have not stopped donors, who say 4,000 soldiers [crossed].",
    "Having denied for months that Wagner existed, Moscow [sent] 400 of its men to Bangui.",
    "Moscow, long in denial, [sent] 400 men to Bangui.",
    "Niger rejected the ultimatum, and ECOWAS [deployed] 5,000 troops.",
    "Gabon dismissed 12 officers after they [sold] rifles.",
    "The mayor refuted the critics and [bought] 40 buses.",
    "France denied Mali the spare parts and [withdrew] 2,400 troops.",
    "The denial of service attack came as Estonia [shipped] howitzers.",
    "It could not be verified independently that 40 tanks were [destroyed].",
    "The number could not be verified, but 40 tanks were [destroyed], Kyiv said.",
    "Bosnia [exported] shells worth $40 million although it had no licence.",
    "The ship, which had no flag, [carried] 40 containers.",
    "Without warning, Iran [fired] 12 missiles.",
    "Not far from Goma, Rwanda [deployed] 400 men.",
    "Not surprisingly, Rwanda [deployed] 400 men.",
    "The UN, no stranger to the region, [deployed] 400 men.",
    "Rwanda [deployed] 400 men, not 4,000.",
    "Rwanda [deployed] 400 men, not in Goma but in Sake.",
    "No sooner had the truce begun than Rwanda [deployed] 400 men.",
    "Iran says it [shipped] only humanitarian goods and denies everything else.",
    "Angola does not hide that it [bought] Su-30 jets.",
    "Angola makes no secret of having [bought] Su-30 jets.",
    "Critics said the army had done nothing after rebels [seized] the town.",
    "It did not escape notice that Cuba [received] oil.",
    "The Houthis, who have never denied it, [received] missiles from Iran.",
    "Few doubt that Iran [sent] the missiles.",
    "Iran cannot deny that it [sent] the missiles.",
    "Iran did not merely [train] the fighters.",
    "Lacking its own drones, Mali [bought] 12 from Turkey.",
    "Mali refused French help and [bought] drones from Turkey.",
    "Mali declined to comment on the drones it [bought].",
    "Mali declined to say how many drones it had [bought].",
    "Mali would not say how many drones it had [bought].",
    "The drones were not [delivered] until 2022.",
    "It took until 2022 before the drones, never tested, were [delivered].",
    "The emir denied the charge, calling on those who [financed] the group to stop.",
    "The emir, who denied the charge, [financed] the group.",
    "The emir [financed] the group, prosecutors say, though he denies this.",
    "The emir [financed] the group; he has denied that.",
    "The emir denied nothing: his bank [financed] the group.",
    "Rejecting the charges, the emir [flew] to Doha, where he met envoys.",
    "Rejecting peace, the rebels [attacked] Bunia.",
    "The rebels rejected the terms because the army [attacked] Bunia.",
    "The rebels rejected talks as the army [attacked] Bunia.",
    "The army denied the massacre in which 40 men were [killed].",
    "The army denied responsibility for the raid in which 40 men were [killed].",
    "The army denied responsibility for the strike that [killed] 40 men.",
    "The army denied any role in the strike, which [killed] 40 men.",
    "After the army denied it had fired, rebels [shelled] the town.",
    "When asked about the denial, he said the army [shelled] the town.",
    "The UN dismissed its envoy two days before Chad [shelled] the town.",
    "It is no longer denied that the army [shelled] the town.",
    "The general has not been seen since the army [shelled] the town.",
    "The town has had no power since the army [shelled] it.",
    "Without the bridge the army [used] boats.",
    "The army [used] boats without a licence.",
    "Not all of the 40 trucks [arrived].",
    "Not every truck [arrived].",
    "Almost none of the trucks carried food; most [carried] fuel.",
    "The ministry disputed the number of men who were [killed].",
    "The ministry does not comment on arms it has [sold].",
    "The trucks, which the army denied belonged to it, [crossed] the border.",
    "Denials notwithstanding, Sudan [received] the drones.",
    "Few believed the denials after Sudan [received] the drones.",
    "It is hard to deny that Sudan [received] the drones.",
    "I don't deny that we [received] the drones.",
    "Do not forget that Sudan [received] the drones.",
]

ONE_OF_TWO = [
    ("denies asserts", "Togo denied [sending] troops, and Benin [shipped] 40 trucks to Niger."),
    ("denies asserts", "Togo denied that it [sent] troops while Benin [shipped] 40 trucks to Niger."),
    ("denies asserts", "Togo denied [sending] troops; Benin [shipped] 40 trucks to Niger."),
    ("asserts denies", "Togo [sent] 40 trucks to Niger but denied [sending] troops."),
    ("asserts denies", "Togo [sent] 40 trucks to Niger, and it denied [sending] troops."),
    ("asserts denies", "Togo [shipped] rice but did not [send] troops."),
    ("denies asserts", "Togo did not [send] troops but [shipped] rice."),
    ("denies asserts", "Togo did not [send] troops; it [shipped] rice."),
    ("asserts denies", "Benin said it [shipped] rice, not that it [sent] troops."),
    ("denies asserts", "Zambia has not [delivered] maize, but Malawi has [shipped] 4,000 tonnes."),
    ("denies asserts", "Syria denied that it [used] gas, but inspectors said sarin was [used]."),
    ("asserts denies", "Israel says Iran [armed] Hezbollah; Iran denies [arming] it."),
    (
        "asserts denies",
        "The US says Rwanda [sent] troops, which Kigali denies, and Rwanda says it [sent] none.",
    ),
    ("asserts denies", "Kigali [armed] the rebels, the UN says, but it denies [sending] troops."),
    (
        "asserts denies",
        "Sudan accused Chad of [letting] arms through, but Chad denied that it [let] any pass.",
    ),
    ("denies asserts", "Chad denied [letting] arms pass, and accused Sudan of [shelling] its villages."),
    ("denies asserts", "Chad denied that arms had [passed] and said it had [received] only aid."),
    ("asserts denies", "Eritrea [sent] troops in 2020, then denied that it had [sent] any."),
    ("denies asserts", "Tokyo said it had not [supplied] shells directly but had [sold] them to Washington."),
    ("denies asserts", "Seoul has not [sent] shells to Kyiv, but it [lent] 500,000 to Washington."),
    ("asserts denies", "Turkey [sold] drones to Kyiv but has not [joined] sanctions."),
    ("denies asserts", "Lomé denied that it had [armed] the militia, which [killed] 40 people in May."),
    ("denies asserts", "Lomé denied [arming] the militia that [killed] 40 people in May."),
    ("denies asserts", "Lomé has not [armed] the militia that [killed] 40 people."),
    ("asserts denies", "Lomé [sent] food, it said, and denied reports of [arming] the militia."),
]

MODES = [
    ("stated", None, "Kenya [sent] 400 police to Haiti."),
    ("predicted", None, "Kenya will [send] 400 police to Haiti."),
    ("predicted", None, "Kenya is going to [send] 400 police to Haiti."),
    ("predicted", None, "Kenya is expected to [send] 400 police to Haiti."),
    ("predicted", None, "Kenya is set to [send] 400 police to Haiti."),
    ("predicted", None, "Kenya intends to [send] 400 police to Haiti."),
    ("predicted", None, "Kenya is preparing to [send] 400 police to Haiti."),
    ("pledged", None, "Kenya promised to [send] 400 police to Haiti."),
    ("pledged", None, "Kenya has pledged to [send] 400 police to Haiti."),
    ("pledged", None, "Kenya agreed to [send] 400 police to Haiti."),
    ("pledged", None, "Kenya plans to [send] 400 police to Haiti."),
    ("pledged", None, "Kenya vowed that it would [send] 400 police to Haiti."),
    ("pledged", None, "The promised [shipments] left Mombasa."),
    ("authorised", None, "Parliament authorised the [deployment] of 400 police."),
    ("authorised", None, "Parliament approved the [sale] of 12 jets to Chad."),
    ("conditional", None, "Kenya could [send] 400 police to Haiti."),
    ("conditional", None, "Kenya might [send] 400 police to Haiti."),
    ("conditional", None, "Kenya would [send] 400 police if asked."),
    ("conditional", None, "Kenya is considering [sending] 400 police to Haiti."),
    ("conditional", None, "Kenya is in talks to [send] 400 police to Haiti."),
    ("conditional", None, "Chad is seeking to [buy] 12 jets."),
    ("conditional", None, "If Kenya [sends] police, gangs will fight."),
    ("conditional", None, "It is unclear whether Kenya [sent] police."),
    ("conditional", None, "The proposed [sale] of 12 jets worries Niger."),
    ("estimated", None, "Kenya may have [sent] 400 police."),
    ("estimated", None, "Kenya probably [sent] 400 police."),
    ("estimated", None, "Kenya appears to have [sent] 400 police."),
    ("estimated", None, "It appears that Kenya [sent] 400 police."),
    ("estimated", None, "It is estimated that Kenya [sent] 400 police."),
    ("estimated", None, "Kenya is believed to have [sent] 400 police."),
    ("estimated", None, "We assess that Kenya [sent] 400 police."),
    ("estimated", "unknown", "Analysts estimate that Kenya [sent] 400 police."),
    ("estimated", "unknown", "Kenya [sent] 400 police, according to estimates."),
    ("estimated", "US", "The United States believes Iran [sent] 300 missiles."),
    ("alleged", "unknown", "Kenya reportedly [sent] 400 police."),
    ("alleged", "unknown", "Kenya allegedly [sent] 400 police."),
    ("alleged", None, "The alleged [shipment] of rifles was never found."),
    ("alleged", "unknown", "It was reported that Kenya [sent] 400 police."),
    ("alleged", "unknown", "Kenya is said to have [sent] 400 police."),
    ("alleged", "unknown", "Kenya was accused of [sending] 400 police."),
    ("alleged", "ET", "Ethiopia accused Egypt of [arming] rebels."),
    ("alleged", "ET", "Ethiopia claimed that Egypt [armed] rebels."),
    ("alleged", "ET", "Ethiopia alleged Egypt had [armed] rebels."),
    ("alleged", "unknown", "According to Telegram channels, 40 men were [killed]."),
    ("alleged", "unknown", "Reports suggest 40 men were [killed]."),
    ("capacity", None, "Each wagon could [carry] 20 tonnes of grain."),
    ("capacity", None, "The depot can [hold] 20 tonnes of fuel."),
    ("capacity", None, "A ship able to [carry] 40 tanks docked."),
    ("stated", "ET", "Ethiopia said Egypt [armed] rebels."),
    ("stated", "ET", "Ethiopia confirmed that it had [sent] troops."),
    ("stated", "ET", "Ethiopia has acknowledged [sending] troops."),
    ("stated", "ET", "Ethiopia announced on Monday that it had [sent] troops."),
    ("stated", "ET", "Egypt [armed] rebels, Ethiopia said."),
    ("stated", "ET", "Egypt, Ethiopia said, [armed] rebels."),
    ("stated", "ET", "Egypt [armed] rebels, according to Ethiopia."),
    ("stated", "ET", "According to Ethiopia, Egypt [armed] rebels."),
    ("stated", "ET", "Egypt, according to Ethiopia, [armed] rebels."),
    ("stated", "ET", '"Egypt [armed] rebels," Ethiopia\'s government said.'),
    ("stated", "ET", '"Egypt [armed] rebels. It [sent] them rifles," said Ethiopia.'),
    ("stated", "ET", 'Ethiopia said: "Egypt [armed] rebels."'),
    ("stated", "ET", "Ethiopia's statement that Egypt [armed] rebels caused a stir."),
    ("stated", "ET", "Ethiopia made it clear that it had [sent] troops."),
    ("stated", "ET", "Ethiopia insisted Egypt had [armed] rebels."),
    ("stated", "ET", "Ethiopia complained about borders and said Egypt [armed] rebels."),
    ("stated", "ET", "Ethiopia spoke on Monday. It said Egypt [armed] rebels."),
    ("stated", "ET", "Ethiopia told the UN that Egypt [armed] rebels."),
    ("stated", "ET", "Ethiopia warned that Egypt had [armed] rebels."),
    ("stated", None, "Ethiopia, which said Egypt was its rival, [sent] troops."),
    ("stated", None, "Ethiopia said little. Egypt [armed] rebels."),
    ("stated", None, "Ethiopia, whose army said it was ready, [shipped] 40 tanks."),
    ("stated", None, "The United States [shipped] 40 tanks to Morocco."),
    ("stated", None, "No claims were made when Benin [shipped] 40 tanks."),
    ("stated", None, "Despite its claims, Benin [shipped] 40 tanks."),
    ("stated", None, "By all accounts Benin [shipped] 40 tanks."),
]


def heard(marked: str, *, negated: bool = False, modality: str | None = None) -> list[Voice]:
    """Return the voices of the events whose triggers stand in square brackets."""
    text, triggers = "", []
    for number, part in enumerate(marked.replace("]", "[").split("[")):
        if number % 2:
            triggers.append((len(text), len(text) + len(part)))
        text += part
    events = [
        Event(
            kind="shipment", start=start, end=end, trigger=(start, end), sentence=0, rule="test", slots={},
            negated=negated, modality=modality,
        )
        for start, end in triggers
    ]  # fmt: skip
    found = find(text, "2024-06-14")
    return voices(events, found.tokens, found.structure, found.mentions)


def the(marked: str, *, negated: bool = False, modality: str | None = None) -> Voice:
    """Return the voice of the last event."""
    return heard(marked, negated=negated, modality=modality)[-1]


def chain(voice: Voice) -> list[tuple[str, str | None]]:
    """Return who passed the words on, origin first, with their offices."""
    return [(speaker.actor, speaker.role) for speaker in voice.speakers]


@pytest.mark.parametrize("marked", DENIED)
def test_what_is_denied_is_told_as_denied(marked: str) -> None:
    stances = {voice.stance for voice in heard(marked)}

    assert {"denies"} == stances


@pytest.mark.parametrize("marked", NOT_DENIED)
def test_a_denial_of_another_thing_does_not_spill_over(marked: str) -> None:
    stances = {voice.stance for voice in heard(marked)}

    assert {"asserts"} == stances


@pytest.mark.parametrize(("stances", "marked"), ONE_OF_TWO)
def test_of_two_clauses_each_keeps_its_own_stance(stances: str, marked: str) -> None:
    found = " ".join(voice.stance for voice in heard(marked))

    assert stances == found


@pytest.mark.parametrize(("modality", "speaker", "marked"), MODES)
def test_the_mode_and_the_speaker_are_those_of_the_clause(
    modality: str, speaker: str | None, marked: str
) -> None:
    found = [
        (voice.stance, voice.modality, voice.speakers[0].actor if voice.speakers else None)
        for voice in heard(marked)
    ]

    assert {("asserts", modality, speaker)} == set(found)


CHAINS = [
    ([("reuters", None)], "Iran [shipped] 200 missiles to Yemen, according to Reuters."),
    ([("IR", None), ("reuters", None)], "Reuters reported that Iran had denied [transferring] drones."),
    ([("unknown", "two officials"), ("washington-post", None)], "The Washington Post, citing two officials, reported that Iran [sent] 12 missiles."),
    ([("unknown", "intelligence officials"), ("washington-post", None)], "Citing intelligence officials, the Washington Post reported that Iran [sent] 12 missiles."),
    ([("un", None), ("reuters", None)], "According to a UN report obtained by Reuters, Rwanda [sent] 4,000 troops."),
    ([("un", None), ("al-jazeera", None)], "A UN report seen by Al Jazeera says Rwanda [sent] 4,000 troops."),
    ([("kpler", None)], "According to data compiled by Kpler, Libya [exported] 1 million barrels."),
    ([("william-ruto", "President"), ("bbc", None)], "President William Ruto told the BBC on Sunday that Kenya would [send] 1,000 police to Haiti."),
    ([("unknown", "a senior Egyptian official"), ("reuters", None)], "Two ships [arrived] in Port Sudan, a senior Egyptian official told Reuters on Friday."),
    ([("SD", "officials in Khartoum"), ("reuters", None)], "Reuters reported, citing officials in Khartoum, that Egypt had [sent] jets."),
    ([("ahmed-bin-mubarak", "foreign minister")], "\"Two ships [arrived],\" said Yemen's foreign minister Ahmed bin Mubarak."),
    ([("ahmed-attaf", "foreign minister")], "Ahmed Attaf, the foreign minister, said 12 jets were [delivered]."),
    ([("ahmed-attaf", "minister")], "The minister, Ahmed Attaf, described the [shipments] as aid."),
    ([("m23", None)], "The M23, who claim to have [killed] 40 soldiers, hold Goma."),
    ([("FR", None)], "The purchase was confirmed by Paris, which said 12 jets were [delivered]."),
    ([("AZ", None)], "Armenia was accused by Baku of [buying] 12 jets."),
    ([("TR", None)], "Turkey has sent 12 drones to Mali. It added that 20 more will be [delivered]."),
    ([("khalifa-haftar", None)], "Haftar arrived on Friday. He said Tripoli had [lost] 40 tanks."),
    ([("khalifa-haftar", None)], "Haftar said he would stay, adding that Tripoli had [lost] 40 tanks."),
    ([("sd-armed-forces", None)], '"Two ships [arrived]," the Sudanese army said in a statement on Monday.'),
    ([], "We assess that Iran [sent] 300 missiles to Yemen."),
    ([], "Our most recent information indicates that Iran [sent] 300 missiles to Yemen."),
]  # fmt: skip


@pytest.mark.parametrize(("expected", "marked"), CHAINS)
def test_the_chain_begins_with_the_origin(expected: list[tuple[str, str | None]], marked: str) -> None:
    assert expected == chain(the(marked))


SAID = [
    ("Tuesday", "The Sudanese army said on Tuesday that Chad had [sent] 40 drones."),
    ("Sunday", "JNIM claimed Sunday that 12 soldiers were [killed]."),
    ("4 May", "The ministry said on 4 May it had [received] 12 tanks."),
    ("Friday", '"We [sent] 40 trucks," Kenyan President William Ruto said on Friday.'),
    ("Monday", "Two ships [arrived], the Sudanese army said in a statement on Monday."),
    ("Tuesday", "On Tuesday, officials in Khartoum said 40 trucks had [arrived]."),
    (None, "Officials in Khartoum said 40 trucks had [arrived] on Tuesday."),
    (None, "On Tuesday 40 trucks [arrived]."),
]


@pytest.mark.parametrize(("expected", "marked"), SAID)
def test_the_day_of_saying_stands_in_the_reporting_clause(expected: str | None, marked: str) -> None:
    said = the(marked).said

    assert expected == (None if said is None else said.quote)


LIKELY = [
    ("likely", "estimated", "Kenya likely [sent] 400 police."),
    ("likely", "predicted", "Kenya is likely to [send] 400 police."),
    ("probably", "estimated", "Kenya probably [sent] 400 police."),
    ("highly likely", "estimated", "Kenya highly likely [sent] 400 police."),
    ("almost certain", "estimated", "It is almost certain that Kenya [sent] 400 police."),
    (None, "stated", "Kenya [sent] 400 police."),
    (None, "stated", "Kenya [sent] 400 police, which will likely anger gangs."),
]


@pytest.mark.parametrize(("likelihood", "modality", "marked"), LIKELY)
def test_a_word_of_likelihood_is_kept_as_printed(likelihood: str | None, modality: str, marked: str) -> None:
    found = the(marked)

    assert (likelihood, modality) == (found.likelihood, found.modality)


def test_every_sentence_of_a_quotation_has_its_speaker() -> None:
    found = heard(
        '"Two convoys [arrived] in Goma. They [carried] flour," the Kenyan army wrote. "We [lost] one truck."'
    )

    assert 1 == len({chain(voice)[0] for voice in found})


def test_a_quotation_of_many_words_has_its_speaker_to_its_last_word() -> None:
    found = the(
        'Yahya Saree said: "' + "It was long and hard and slow. " * 20 + 'Then they [sent] 12 drones."'
    )

    assert "yahya-saree" == found.speakers[0].actor


def test_a_quotation_goes_on_over_paragraphs() -> None:
    found = heard('"Two convoys [arrived] in Goma.\n\n"They [carried] flour," Yahya Saree said.')

    assert ["yahya-saree"] * 2 == [voice.speakers[0].actor for voice in found]


def test_a_paragraph_without_a_source_is_in_the_authors_own_voice() -> None:
    found = heard("Sudan said Chad [sent] drones.\n\nEgypt [sent] jets.")

    assert [1, 0] == [len(voice.speakers) for voice in found]
    assert "own-voice" == found[1].rule


def test_the_items_of_a_list_are_told_by_the_sentence_that_introduces_them() -> None:
    found = heard(
        "The Kenyan government said on Monday that it had sent:\n\n- 20 [trucks] of maize;\n- 3 [pumps] for Goma."
    )

    assert 2 == len([voice for voice in found if voice.speakers])


def test_a_speaker_says_where_it_is_named_and_by_which_verb() -> None:
    text = "Ethiopia said Egypt [armed] rebels."

    assert (Speaker(actor="ET", verb="said", start=0, end=8),) == the(text).speakers


def test_a_pronoun_has_no_place_of_its_own() -> None:
    found = the("Haftar said so. He added that Tripoli [lost] 40 tanks.").speakers[0]

    assert ("khalifa-haftar", "added", None) == (found.actor, found.verb, found.start)


def test_what_shows_is_the_medium_of_whom_it_is_from() -> None:
    found = the("Satellite imagery from Maxar shows that 40 trucks [crossed] the border.").speakers[0]

    assert ("maxar", "Satellite imagery from Maxar") == (found.actor, found.medium)


def test_a_statement_is_the_medium_of_who_makes_it() -> None:
    assert (
        "a statement"
        == the("The Sudanese army said in a statement that it [lost] 12 men.").speakers[0].medium
    )


def test_the_frames_own_modality_stands_where_it_is_stronger() -> None:
    assert "pledged" == the("Ethiopia said Egypt [armed] rebels.", modality="pledged").modality
    assert "conditional" == the("Kenya might [send] police.", modality="pledged").modality


def test_a_clause_that_its_frame_calls_negated_is_denied() -> None:
    assert "denies" == the("Kenya [withheld] the trucks.", negated=True).stance


def test_a_negation_that_comes_from_the_denial_itself_is_not_counted_twice() -> None:
    assert "asserts" == the("Ethiopia did not deny [sending] troops.", negated=True).stance
    assert "denies" == the("Ethiopia denied [sending] troops.", negated=True).stance


def test_there_is_one_voice_for_each_event_and_none_for_none() -> None:
    assert [] == heard("Ethiopia denied everything.")
    assert 2 == len(heard("Ethiopia [sent] troops and [shipped] tanks."))


def test_it_is_surer_of_who_is_named_than_of_a_pronoun() -> None:
    named, carried = (
        the("Sudan said Chad [sent] drones."),
        the("Sudan was angry. It said Chad [sent] drones."),
    )

    assert (0.9, 0.75) == (named.confidence, carried.confidence)


@pytest.mark.parametrize(
    "unit",
    ["he said it sent ", "denied sent, ", '"He sent," said X. ', "claims sent are false ", "not and sent ", '" sent ', "according to X sent ", "no evidence that sent ", ", citing X said sent ", ", said, who said sent, "],
)  # fmt: skip
def test_the_time_grows_with_the_length_alone(unit: str) -> None:
    def seconds(size: int) -> float:
        text = unit * (size // len(unit))
        tokens = Tokens(text)
        places = [number for number, word in enumerate(tokens.words) if word == "sent"]
        spans = [(tokens.starts[number], tokens.ends[number]) for number in places]
        events = [
            Event(kind="loss", start=start, end=end, trigger=(start, end), sentence=0, rule="test", slots={})
            for start, end in spans
        ]
        page, seen = structure(tokens), Mentions(cues=cues(tokens))
        return cost(lambda: voices(events, tokens, page, seen))

    assert seconds(24_000) < 8 * 4 * max(seconds(3_000), 0.002)


@pytest.mark.parametrize(
    "text", ["[sent]", '"[sent]', "denied [sent]", "according to [sent]", "[sent] according to", "said\u2014[sent]\ud83d", "\0[sent]", "no evidence [sent]", '"" said [sent] ""', ", said [sent]", "who said [sent]", "false [sent] false", "\u0130 said [sent]"]
)  # fmt: skip
def test_no_text_raises(text: str) -> None:
    assert 1 == len(heard(text))
