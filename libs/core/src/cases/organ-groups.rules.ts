/** Structures of the catalogue by the organ system that answers for them. */
export const URINARY_TRACT = [
  'bladder',
  'bladder-trigone',
  'ureter-left',
  'ureter-right',
  'prostate',
  'seminal-vesicle',
  'urethra',
  'kidney',
];
export const FEMALE_GENITAL = ['uterus', 'cervix', 'parametrium', 'vagina', 'ovary-left', 'ovary-right', 'vulva'];
export const BOWEL = ['rectum', 'sigmoid-colon', 'colon', 'small-bowel', 'anal-canal'];
export const SACRUM = ['sacrum-upper', 'sacrum-lower', 'coccyx'];
export const NERVES = ['sciatic-nerve', 'lumbosacral-trunk', 'sacral-roots'];
export const MAIN_ARTERIES = [
  'aortic-bifurcation',
  'common-iliac-artery-left',
  'common-iliac-artery-right',
  'external-iliac-artery-left',
  'external-iliac-artery-right',
];
export const MAIN_VEINS = [
  'inferior-vena-cava',
  'common-iliac-vein-left',
  'common-iliac-vein-right',
  'external-iliac-vein-left',
  'external-iliac-vein-right',
];
export const INTERNAL_ILIAC = ['internal-iliac-vessels-left', 'internal-iliac-vessels-right', 'gluteal-vessels'];
