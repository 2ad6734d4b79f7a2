import { wordsOf } from "../word-match.ts";

/**
 * What coders write for a family when they do not write its codes: whole phrases, so that "cardiology" alone, a
 * specialty, proposes nothing. Read as words, whatever their case and punctuation.
 */
const PHRASES: Readonly<Record<string, string>> = {
  "cpt-em": "e/m coding|e/m leveling|e/m levels|e&m|evaluation and management|e/m services|e/m",
  "cpt-em-office":
    "office visits|office and outpatient visits|outpatient e/m|clinic e/m|office e/m",
  "cpt-em-hospital":
    "inpatient e/m|hospital visits|hospital e/m|inpatient and observation visits|hospitalist e/m",
  "cpt-em-consult": "inpatient consultations|outpatient consultations|consultation codes",
  "cpt-em-emergency":
    "emergency department visits|ed leveling|ed e/m|ed levels|emergency department e/m|ed facility leveling",
  "cpt-em-critical-care":
    "critical care coding|critical care time|critical care|critical care services",
  "cpt-em-nursing-facility": "nursing facility visits|nursing home visits|snf visits",
  "cpt-em-preventive":
    "preventive visits|preventive medicine visits|well visits|wellness visits|annual wellness visits|well child visits",
  "cpt-em-remote-monitoring": "remote patient monitoring|remote physiologic monitoring|rpm codes",
  "cpt-em-chronic-care": "chronic care management",
  "cpt-em-transitional-acp": "transitional care management|advance care planning",
  "cpt-anesthesia":
    "anesthesia coding|anesthesia services|anesthesia records|anesthesia procedures",
  "cpt-skin-mohs": "mohs|mohs surgery|mohs micrographic surgery",
  "cpt-skin-repair": "laceration repair|laceration repairs|wound repair",
  "cpt-skin-destruction": "lesion destruction",
  "cpt-skin-debridement": "debridement|debridements",
  "cpt-skin-grafts": "skin grafts|skin substitutes|skin grafting",
  "cpt-breast-biopsy-excision": "breast biopsy|breast biopsies|lumpectomy|lumpectomies",
  "cpt-breast-mastectomy": "mastectomy|mastectomies",
  "cpt-breast-reconstruction": "breast reconstruction",
  "cpt-surgery-musculoskeletal":
    "orthopedic surgery|orthopaedic surgery|musculoskeletal surgery|orthopedic procedures|orthopedic op notes",
  "cpt-msk-injection-fixation": "joint injections|trigger point injections",
  "cpt-spine-fusion":
    "spinal fusion|spinal fusions|spine fusion|spine fusions|arthrodesis of the spine",
  "cpt-spine-percutaneous": "kyphoplasty|vertebroplasty|vertebral augmentation",
  "cpt-msk-femur-knee": "total knee|knee replacement|knee replacements|total knee arthroplasty|tka",
  "cpt-msk-pelvis-hip": "total hip|hip replacement|hip replacements|total hip arthroplasty",
  "cpt-msk-arthroscopy":
    "arthroscopy|arthroscopies|arthroscopic surgery|knee arthroscopy|shoulder arthroscopy",
  "cpt-msk-casts-strapping": "splints|splinting|casting and strapping|casts and splints",
  "cpt-resp-sinus": "sinus endoscopy|sinus surgery|fess|functional endoscopic sinus surgery",
  "cpt-resp-trachea-bronchoscopy": "bronchoscopy|bronchoscopies",
  "cpt-resp-lung-pleura": "vats|thoracoscopy|lobectomy",
  "cpt-surgery-heart": "cardiothoracic surgery|open heart surgery|ct surgery cases",
  "cpt-cv-pacemaker-icd":
    "pacemaker implants|pacemaker implantation|pacemakers and icds|pacemaker and icd|pacemaker icd|icd implants|device implants|pacemakers",
  "cpt-cv-heart-wound-laao":
    "watchman|laao|left atrial appendage closure|left atrial appendage occlusion",
  "cpt-cv-tavr": "tavr|tavi|transcatheter aortic valve|transcatheter aortic valve replacement",
  "cpt-cv-valve-surgery":
    "teer|mitraclip|valve replacement surgery|valve surgery|mitral valve repair",
  "cpt-cv-cabg": "cabg|coronary bypass|coronary artery bypass",
  "cpt-cv-transplant-mcs": "ecmo|ventricular assist devices|lvad|heart transplant",
  "cpt-cv-thoracic-aorta": "tevar",
  "cpt-vasc-evar": "evar|endovascular aortic repair|endovascular aneurysm repair",
  "cpt-vasc-dialysis-access":
    "dialysis access|dialysis circuit|dialysis circuits|av fistula|av fistulas",
  "cpt-vasc-central-arterial-access":
    "central lines|central venous access|picc lines|central line placement",
  "cpt-vasc-leg-revasc":
    "leg revascularization|lower extremity revascularization|le revascularization",
  "cpt-vasc-stent-embolization": "embolization|embolizations",
  "cpt-vasc-vein-ablation": "vein ablation|sclerotherapy|varicose vein ablation",
  "cpt-vasc-catheter-placement":
    "selective catheter placement|catheter placement|selective catheterization",
  "cpt-surgery-digestive": "digestive system surgery|digestive surgery|gi surgery",
  "cpt-gi-egd": "egd|egds|upper endoscopy|upper endoscopies|esophagogastroduodenoscopy",
  "cpt-gi-ercp": "ercp|ercps",
  "cpt-gi-lower-endoscopy": "colonoscopy|colonoscopies|lower endoscopy|sigmoidoscopy",
  "cpt-gi-stomach-bariatric": "bariatric surgery|gastric bypass|sleeve gastrectomy",
  "cpt-gi-biliary": "cholecystectomy|cholecystectomies|lap chole",
  "cpt-gi-hernia": "hernia repair|hernia repairs",
  "cpt-gi-bowel-other-appendix": "appendectomy|appendectomies",
  "cpt-uro-cystoscopy": "cystoscopy|cystoscopies|ureteroscopy|ureteroscopies",
  "cpt-uro-kidney": "lithotripsy|nephrectomy",
  "cpt-male-prostate": "prostate biopsy|prostate biopsies|prostatectomy",
  "cpt-gyn-hysterectomy": "hysterectomy|hysterectomies",
  "cpt-gyn-laparoscopic-hysteroscopic": "hysteroscopy|laparoscopic hysterectomy",
  "cpt-gyn-cervix-colposcopy": "colposcopy|colposcopies",
  "cpt-surgery-maternity": "maternity care",
  "cpt-ob-delivery":
    "global ob|global ob packages|global maternity|deliveries|obstetric deliveries|ob delivery|ob deliveries|cesarean delivery",
  "cpt-neuro-spinal-injection":
    "epidural injections|epidurals|epidural steroid injections|lumbar puncture",
  "cpt-neuro-nerve-block": "nerve blocks|facet injections|transforaminal injections",
  "cpt-neuro-nerve-destruction": "radiofrequency ablation of nerves|botox injections|rhizotomy",
  "cpt-neuro-laminectomy": "laminectomy|laminectomies|discectomy|discectomies",
  "cpt-neuro-cord-stimulator-repair": "spinal cord stimulator|spinal cord stimulators",
  "cpt-neuro-craniotomy": "craniotomy|craniotomies",
  "cpt-neuro-endovascular-aneurysm": "neurointerventional|neurovascular embolization",
  "cpt-eye-cataract": "cataract surgery|cataracts|cataract extraction",
  "cpt-eye-retina-vitreous":
    "intravitreal injections|retina procedures|vitrectomy|retinal procedures",
  "cpt-ear-middle": "tympanostomy|ear tubes",
  "cpt-radiology": "diagnostic radiology|radiology coding|radiology reports|diagnostic imaging",
  "cpt-rad-breast": "mammography|mammograms|mammogram|breast imaging",
  "cpt-rad-vascular": "angiography|angiograms",
  "cpt-rad-us-ob-pelvis": "ob ultrasound|ob ultrasounds|obstetric ultrasound|pelvic ultrasound",
  "cpt-rad-heart": "cardiac ct|cardiac mri",
  "cpt-rad-bone": "dexa|dxa|bone density",
  "cpt-radonc-planning": "radiation oncology planning|treatment planning and dosimetry",
  "cpt-radonc-delivery": "radiation delivery|radiation treatment delivery|imrt|radiation oncology",
  "cpt-radonc-proton-brachy": "brachytherapy|proton therapy",
  "cpt-nuc-diagnostic": "nuclear medicine|pet scans|pet ct",
  "cpt-pathology-lab": "pathology and laboratory|laboratory coding|pathology coding",
  "cpt-path-surgical": "surgical pathology",
  "cpt-lab-molecular": "molecular pathology",
  "cpt-lab-drug-testing": "drug testing|toxicology",
  "cpt-med-vaccine-admin": "vaccine administration|immunization administration",
  "cpt-psych-therapy": "psychotherapy",
  "cpt-psych-evaluation": "psychiatric evaluations|psychiatric diagnostic evaluation",
  "cpt-dialysis-esrd-monthly": "esrd|monthly capitation|esrd monthly services",
  "cpt-eye-exam": "eye exams",
  "cpt-ent-vestibular-audiology": "audiology",
  "cpt-coronary-intervention":
    "pci|percutaneous coronary intervention|coronary intervention|coronary interventions|coronary stents|coronary stenting|coronary angioplasty",
  "cpt-ecg": "ekg|ekgs|ecg|ecgs|electrocardiograms|stress tests",
  "cpt-cardiac-monitor": "holter monitors|event monitors|holter and event monitors|holter",
  "cpt-cardiac-device-evaluation":
    "device checks|device interrogations|pacemaker checks|device clinic",
  "cpt-echo": "echo|echos|echocardiograms|echocardiography|transthoracic echo",
  "cpt-cath-diagnostic":
    "heart catheterization|heart catheterizations|cardiac catheterization|cardiac catheterizations|left heart cath|diagnostic cath|diagnostic caths|heart cath|heart caths|cath lab op notes|cath lab",
  "cpt-structural-septal": "asd closure|pfo closure|septal closure",
  "cpt-structural-paravalvular": "paravalvular leak closure|paravalvular leak",
  "cpt-electrophysiology":
    "electrophysiology|ep studies|ep studies and ablations|ep ablations|cardiac ablation|ep lab",
  "cpt-cardiac-rehab": "cardiac rehab|cardiac rehabilitation",
  "cpt-medicine-vascular-lab":
    "vascular lab|non invasive vascular studies|vascular duplex|vascular ultrasound",
  "cpt-medicine-pulmonary": "pulmonary function tests|pulmonary function testing|pfts",
  "cpt-allergy-testing": "allergy testing",
  "cpt-allergy-immunotherapy": "allergy shots|allergen immunotherapy|allergy immunotherapy",
  "cpt-sleep-testing": "sleep studies|polysomnography",
  "cpt-neuro-long-term-eeg": "long term eeg|video eeg",
  "cpt-neuro-routine-eeg": "eeg|eegs",
  "cpt-neuro-emg-ncs": "emg|emg ncs|nerve conduction studies|emgs",
  "cpt-medicine-infusion":
    "infusions and injections|injections and infusions|injection and infusion|infusion and injection|infusion center|infusion coding",
  "cpt-infusion-hydration-therapeutic":
    "hydration and therapeutic infusion|therapeutic infusions|hydration infusions",
  "cpt-infusion-chemo":
    "chemotherapy administration|chemotherapy infusion|chemo infusion|chemo administration|chemotherapy infusions",
  "cpt-medicine-rehab": "physical medicine and rehab|therapy services coding",
  "cpt-rehab-procedures": "therapeutic exercise",
  "cpt-rehab-evaluation": "pt and ot evaluations|therapy evaluations",
  "cpt-aba-therapy": "aba therapy|applied behavior analysis|adaptive behavior services",
  "cpt-wound-active-care": "wound care",
  "cpt-chiropractic": "chiropractic manipulation",
  "cpt-category-ii": "cpt ii|category ii|cpt category ii|quality codes cpt ii",
  "cpt-category-iii": "category iii",
  "hcpcs-a-ambulance": "ambulance transport|ambulance transports|ambulance runs|ambulance claims",
  "hcpcs-e": "durable medical equipment|dme",
  "hcpcs-d": "cdt|cdt codes|dental coding",
  "hcpcs-j": "j codes|drug units|drug j codes",
  "hcpcs-l": "orthotics and prosthetics",
  "icd10cm-sdoh": "sdoh|social determinants of health",
  "icd10cm-diabetes": "diabetes coding",
  icd10pcs: "icd 10 pcs|icd10 pcs|pcs coding",
  msdrg: "ms drg|ms drgs|drg assignment|drg validation|ms drg assignment",
  "cms-hcc": "hcc|hccs|hcc coding|cms hcc|risk adjustment|hierarchical condition categories|radv",
  apc: "apc assignment|apcs",
};

/** Phrases by their first word, the longest first. */
const BY_FIRST_WORD: ReadonlyMap<string, { words: string[]; familyId: string }[]> = Map.groupBy(
  Object.entries(PHRASES)
    .flatMap(([familyId, phrases]) =>
      phrases.split("|").map((phrase) => ({ words: wordsOf(phrase), familyId })),
    )
    .toSorted((a, b) => b.words.length - a.words.length),
  ({ words }) => words[0] ?? "",
);

/** The families whose phrases stand in a text, in order; of phrases that overlap the longest counts. */
export function familiesNamedIn(text: string): string[] {
  const words = wordsOf(text);
  const found: string[] = [];
  for (let at = 0; at < words.length; ) {
    const hit = BY_FIRST_WORD.get(words[at] ?? "")?.find((phrase) =>
      phrase.words.every((word, offset) => words[at + offset] === word),
    );
    if (hit) found.push(hit.familyId);
    at += hit?.words.length ?? 1;
  }
  return [...new Set(found)];
}
