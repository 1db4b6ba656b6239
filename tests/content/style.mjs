// SPDX-License-Identifier: MIT
// Words that the guide does without, and words that ask for a safety text.

// [words, may a safety line have them].
export const banned = [
  [/\b(?:should|must|ought)\b/i, true],
  [/\bneeds? to\b/i, true],
  [/\bnever\b/i, true],
  [/\b(?:normal (?:mother|parent|delivery)|good mother|natural(?:ly)?|instincts?)\b/i, false],
  [/\b(?:fail(?:s|ed|ure|ing)?|faults?|unfit|problem parent|cope badly)\b/i, false],
  [/\b(?:poor attachment|insecure|attachment style)\b/i, false],
  [/\b(?:incredibl[ey]|crucial|vital|essential)\b/i, false],
  [/\b(?:facilitate|utilise|commence|ensure|prior to|regarding|assist)\b/i, false],
  [/\b(?:experience[sd]?|experiencing|undergo(?:es)?)\b/i, false],
  [/(?<!parent-)\binfants?\b/i, false],
  [/\b(?:neonates?|mental illness|primary caregiver)\b/i, false],
  [/\b(?:symptoms?|diagnos\w+|interventions?|clinicians?|suffer(?:s|er|ers)?)\b/i, false],
  [/\bcommit(?:s|ted)? suicide\b/i, false],
  [/\b(?:obviously|simply|just|easy|of course)\b/i, false],
  [/\b(?:reach out|journey|self-care|boundaries|mindful)\b/i, false],
  [/\b(?:lasting damage|brain damage|golden hour|love drug|guarantee)\b/i, false],
  [/\byou will (?:feel|love|bond|be)\b/i, false],
  [/\b(?:rhythm and flow|trust in the process|rushed or forced|every waking minute|sustained period|catch our breath|consumed by love)\b/i, false],
  [/\b(?:e\.?g|i\.?e|etc)\b\.?/i, false],
  [/!/, false],
  [/(?<!A)&/, false],
  [/\b(?:click here|read more)\b/i, false],
  [/\bshe\b|\bhe\b|\bhis\b/i, false],
  [/\b(?:special needs|mother-in-law|over the moon|ragged)\b/i, false],
  [/n['’]t\b/i, false],
  [/\p{Extended_Pictographic}/u, false],
];

// In no file of a language, not even in data.
export const bannedEverywhere = [
  /\bTODO\b/, /lorem/i, /Private:/, /(?<![*\w])\*[^*\s][^*\n]*\*(?!\*)/, /(?<!\w)_[^_\n]+_(?!\w)/,
  /\b(?:love drug|golden hour|bonding failure|every waking minute)\b/i,
];

// Names and short forms that are written in capitals.
export const blockCapitals = new Set([
  "AVOID", "HELP", "NOTE", "EMERGENCY", "URGENT", "TRY", "DO", "UNICEF", "NICE", "ICON",
  "HRSA", "ACOG", "NICU",
]);

// Words that send readers to water or to sleep; "sleep" of the parent alone is
// a sign to look out for, and asks for help, not for a cot.
export const safetyWords = [
  [/\bbath(?:s|e|ing)?\b/i, "safe-bath"],
  [/\b(?:sofas?|armchairs?)\b/i, "safe-sleep"],
  [/\b(?:sleep|sleeps|sleeping|sleepy|asleep|naps?)\b/i, "safe-sleep"],
  [/\bskin[- ]to[- ]skin\b/i, "safe-skin"],
  [/\bslings?\b/i, "safe-sling"],
];
export const parentsSleep = /you cannot sleep for days, even when your baby sleeps|I sleep and eat when I can|I sleep badly/g;

// Words that an edition in this language does without, because only readers
// elsewhere use them. Names of publications are not looked at.
export const foreignWords = {
  "en-US": [
    /\bnapp(?:y|ies)\b/i, /\bcots?\b/i, /\b(?:pram|pushchair|buggy|buggies)s?\b/i, /\bdumm(?:y|ies)\b/i,
    /\bmum(?:s|my|mies)?\b/i, /\bhealth visitors?\b/i, /\bGPs?\b/, /\b(?:my|your) midwife\b/i, /\bmidwife, /i,
    /\bcarers?\b/i, /\b(?:999|111)\b/, /\b(?:Samaritans|Shout|Lullaby Trust|Adoption UK|PANDAS|Bliss|Sands|Relay UK)\b/,
    /\bpaediatric/i, /\bcaesarean/i, /\bpostnatal/i, /\bhaem/i, /\b(?:oe|ana)(?:strogen|esthe)/i,
    /colour/i, /\bcentres?\b/i, /(?:\b|centi|milli|kilo)metres?\b/i, /neighbour/i, /favour/i, /behaviour/i, /\bgrey\b/i,
    /\bcosy\b/i, /\blicence\b/i, /\bprogrammes?\b/i, /\bpractis/i, /(?:organ|recogn|apolog|real|special|util)is(?:e|ing|ation)/i,
    /\bwhilst\b/i, /\bfortnight/i, /\bsofas?\b/i, /\bvests?\b/i, /\bwinding\b/i, /\bwashing-up\b/i, /\bpurses?\b/i,
    /\bfilms?\b/i, /\b(?:a|each) feed\b/i, /\bstraight (?:after|away)\b/i, /\bring (?:one|someone|somebody)\b/i,
    /\bto ring\b/i, /°C\b/, /\b\d+ ?(?:cm|kg|ml)\b/, /\bA[45]\b/, /\b\d+(?:st|nd|rd|th)? (?:January|November) \d{4}\b/,
  ],
  "en-GB": [
    /\bdiapers?\b/i, /\bcribs?\b/i, /\bstrollers?\b/i, /\bpacifiers?\b/i, /\bmom(?:s|my|mies)?\b/i, /\bpediatric/i,
    /\bcaregivers?\b/i, /\b(?:911|988)\b/, /\bcesarean/i, /\bpostpartum depression/i, /\bcolors?\b/i, /\bcenters?\b/i,
    /(?:\b|centi|milli|kilo)meters?\b/i, /neighbor/i, /\bfavor/i, /behavior/i, /\bgray\b/i, /\blicense\b/i, /\bcouch/i,
    /\bmovies?\b/i, /\bburping\b/i, /°F\b/, /\b\d+ (?:inch(?:es)?|pounds?|lbs?)\b/, /\bNICU\b/, /\bLetter\b/,
  ],
};
