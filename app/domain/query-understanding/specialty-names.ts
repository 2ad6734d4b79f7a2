/**
 * What people call a specialty or a setting as a whole, and what they mean by it. Names of a part of one ("cath lab",
 * "stroke", "TAVR") are not here: as words they find the work itself. Where a name covers several, any of them will do.
 */
export const SPECIALTY_NAMES: readonly (readonly [terms: string, names: string])[] = [
  [
    "specialty:cardiology specialty:interventional-cardiology",
    "cardiology|cardio|general cardiology",
  ],
  ["specialty:cardiology", "non invasive cardiology|noninvasive cardiology"],
  ["specialty:interventional-cardiology", "interventional cardiology"],
  ["specialty:electrophysiology", "electrophysiology|ep|cardiac ep"],
  [
    "specialty:cardiothoracic-surgery",
    "cardiothoracic|cardiothoracic surgery|ct surgery|cv surgery|cvt surgery|thoracic surgery|open heart|open heart surgery",
  ],
  ["specialty:vascular-surgery", "vascular surgery"],
  [
    "specialty:orthopaedics",
    "orthopaedics|orthopedics|orthopaedic|orthopedic|ortho|orthopaedic surgery|orthopedic surgery|ortho surgery|sports medicine",
  ],
  ["specialty:spine-surgery", "spine|spine surgery|ortho spine|neuro spine"],
  ["specialty:neurosurgery", "neurosurgery|neurological surgery"],
  ["specialty:neurology", "neurology"],
  ["specialty:pain-management", "pain management|interventional pain|pain medicine"],
  [
    "specialty:physical-rehab",
    "physical therapy|occupational therapy|speech therapy|physiatry|pm r|chiropractic|physical medicine",
  ],
  [
    "specialty:primary-care-em",
    "primary care|family medicine|family practice|internal medicine|multispecialty clinic",
  ],
  ["specialty:pediatrics", "pediatrics|paediatrics|pediatric|paediatric|peds|neonatology|nicu"],
  [
    "specialty:hospitalist-inpatient-profee",
    "hospitalist|inpatient profee|inpatient pro fee|inpatient professional fee",
  ],
  [
    "specialty:critical-care-pulmonology",
    "pulmonology|critical care|pulmonary|sleep medicine|pulmonary critical care",
  ],
  [
    "specialty:emergency-medicine setting:emergency-facility setting:emergency-profee",
    "ed|er|emergency|emergency department|emergency room|emergency medicine",
  ],
  ["setting:emergency-profee", "ed profee|ed pro fee|ed professional fee|ed physician"],
  ["setting:emergency-facility", "ed facility|facility ed|ed leveling|ed facility leveling"],
  ["specialty:urgent-care", "urgent care"],
  ["specialty:diagnostic-radiology specialty:interventional-radiology", "radiology"],
  ["specialty:diagnostic-radiology", "diagnostic radiology"],
  [
    "specialty:interventional-radiology",
    "interventional radiology|ir|ivr|vir|vascular and interventional radiology",
  ],
  ["specialty:radiation-oncology", "radiation oncology|rad onc|radonc|radiation therapy"],
  ["specialty:nuclear-medicine", "nuclear medicine|nuc med"],
  ["specialty:anesthesia", "anesthesia|anaesthesia|anesthesiology|anes"],
  ["specialty:pathology-lab", "pathology|anatomic pathology|surg path|clinical laboratory"],
  ["specialty:molecular-genetics", "genomics|molecular pathology|molecular genetics"],
  [
    "specialty:hematology-oncology",
    "hematology oncology|hematology and oncology|heme onc|hem onc|medical oncology|hematology",
  ],
  ["specialty:hematology-oncology specialty:radiation-oncology", "oncology"],
  [
    "specialty:infusion-injection",
    "infusion|infusion and injection|injection and infusion|infusion center",
  ],
  ["specialty:gastroenterology", "gastroenterology|gi|gastro"],
  ["specialty:general-surgery", "general surgery"],
  ["specialty:transplant-surgery", "transplant|organ transplant|transplant surgery"],
  ["specialty:plastic-surgery", "plastic surgery|plastics|reconstructive surgery"],
  ["specialty:dermatology", "dermatology|derm"],
  [
    "specialty:ob-gyn",
    "ob gyn|obgyn|ob|gyn|obstetrics|gynecology|obstetrics and gynecology|maternal fetal medicine|mfm",
  ],
  ["specialty:urology", "urology|uro"],
  ["specialty:nephrology-dialysis", "nephrology|dialysis|nephrology and dialysis"],
  ["specialty:ophthalmology", "ophthalmology|optometry|eye care"],
  [
    "specialty:otolaryngology-audiology",
    "ent|otolaryngology|ear nose throat|ear nose and throat|audiology",
  ],
  ["specialty:allergy-immunology", "allergy|allergy and immunology|immunology"],
  ["specialty:endocrinology", "endocrinology"],
  ["specialty:rheumatology", "rheumatology|rheum"],
  ["specialty:infectious-disease", "infectious disease|infectious diseases"],
  ["specialty:podiatry", "podiatry|foot and ankle"],
  ["specialty:wound-care", "wound care|hyperbaric|wound center"],
  [
    "specialty:behavioral-health setting:behavioral-facility",
    "behavioral health|behavioural health|psychiatry|psych|mental health|substance use",
  ],
  [
    "specialty:dental-oral-surgery setting:dental",
    "dental|oral surgery|dental and oral surgery|oral and maxillofacial",
  ],
  [
    "specialty:risk-adjustment-hcc setting:risk-adjustment",
    "risk adjustment|hcc|risk adjustment hcc|hcc risk adjustment|raf",
  ],
  [
    "setting:inpatient-facility specialty:inpatient-facility-drg",
    "inpatient|ip|acute inpatient|inpatient facility|inpatient hospital|inpatient drg|drg inpatient|facility inpatient|drg coder|drg coding|ms drg|ms drg coder|apr drg",
  ],
  [
    "setting:outpatient-facility specialty:outpatient-facility",
    "outpatient|outpatient facility|hospital outpatient|facility outpatient|same day surgery|outpatient hospital",
  ],
  [
    "setting:professional-fee setting:emergency-profee specialty:hospitalist-inpatient-profee",
    "profee|pro fee|professional fee",
  ],
  [
    "setting:asc specialty:asc",
    "asc|ambulatory surgery|ambulatory surgery center|ambulatory surgical center|surgery center|surgical center",
  ],
  ["setting:single-path", "single path"],
  [
    "setting:home-health specialty:home-health-hospice",
    "home health|home care|home healthcare|pdgm",
  ],
  ["setting:hospice specialty:home-health-hospice", "hospice"],
  ["setting:snf specialty:snf-ltc", "snf|skilled nursing|skilled nursing facility|pdpm"],
  ["setting:irf-ltach", "irf|ltach|ltac|long term acute care|inpatient rehab"],
  ["specialty:snf-ltc", "ltc|long term care"],
  [
    "specialty:dme-orthotics-prosthetics setting:dme-supplier",
    "dme|durable medical equipment|dmepos|orthotics and prosthetics",
  ],
  ["specialty:ambulance-ems setting:ems", "ambulance|ems|air ambulance"],
  [
    "specialty:telehealth-remote-monitoring",
    "telehealth|telemedicine|remote patient monitoring|remote monitoring|rpm|virtual care",
  ],
  [
    "setting:fqhc-rhc specialty:fqhc-rhc",
    "fqhc|rhc|rural health clinic|community health center|federally qualified health center|critical access|critical access hospital",
  ],
  [
    "specialty:cdi setting:cdi",
    "cdi|clinical documentation integrity|clinical documentation improvement",
  ],
  [
    "specialty:denials-appeals setting:denials",
    "denials|denial|denials and appeals|denial management|denials management|drg denials|drg denial",
  ],
  [
    "specialty:charge-capture-revenue-integrity setting:revenue-integrity",
    "revenue integrity|charge capture|cdm|chargemaster",
  ],
  ["setting:payer specialty:payer-payment-integrity", "payer|health plan|payment integrity"],
  ["setting:independent-lab", "independent lab|independent laboratory|reference lab"],
  ["setting:imaging-center", "imaging center"],
];
