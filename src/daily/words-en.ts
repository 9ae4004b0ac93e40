/** What a chat reads about its settings, in English. */
import type { Words } from "./words.ts";

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

export const EN: Words = {
  example: "/daily on 09:00 Asia/Shanghai Shenzhen",
  topicExample: "/daily on 09:00 Shenzhen",
  everything: "everything",
  pillars: "the ten pillar clusters",
  emerging: "the ten emerging clusters",
  zones: {
    "Australia/Sydney": "Sydney time",
    "Asia/Tokyo": "Tokyo time",
    "Asia/Shanghai": "Beijing time",
    "Asia/Singapore": "Singapore time",
    "Asia/Bangkok": "Bangkok time",
    "Asia/Dubai": "Dubai time",
    "Europe/Berlin": "Berlin time",
    "Europe/London": "London time",
    "America/New_York": "New York time",
    "America/Los_Angeles": "Los Angeles time",
  },
  and: ", ",
  or: " or ",
  moment: ({ month, day, time }) => `${day} ${MONTHS[Number(month) - 1] ?? ""}, ${time}`,
  wish: ({ time, zone, topic }) => `one fact a day at ${time} (${zone}), topic: ${topic}`,

  turnedOn: ({ wish }) => `Switched on: ${wish}.`,
  first: ({ moment }) => `The first one: ${moment}.`,
  change:
    "To change time or topic, write /daily on again; to pause, /daily pause 7d; to switch it off, /daily off.",
  keeps: ({ wish }) => `The settings are kept: ${wish}.`,
  turnedOff: "Switched off: no more daily facts.",
  onAgain: "To switch it on again, write /daily on.",
  wasOff: "It was not on here.",
  begin: ({ example }) => `To switch it on, write for example ${example}`,
  paused: ({ days, moment }) =>
    `Paused for ${days} ${Number(days) === 1 ? "day" : "days"}. The next one: ${moment}.`,
  resume: "To go on earlier, write /daily on.",
  isOff: "There is no daily fact here.",
  beginFreely: ({ example }) =>
    `To switch it on, write for example ${example} (time, zone and topic may be left out).`,
  isGone: "The daily fact has stopped: the last one could not be delivered to this chat.",
  restart: "To have it again, write /daily on.",
  isOn: ({ wish }) => `It is on: ${wish}.`,
  next: ({ moment }) => `The next one: ${moment}.`,
  isPaused: ({ wish }) => `It is paused: ${wish}.`,
  afterPause: ({ moment }) => `The first one after the pause: ${moment}. To go on earlier, write /daily on.`,
  noFacts: ({ topic, example }) =>
    `There is no fact on “${topic}” that can be told by itself. Choose another topic, for example ${example}`,
  lostTopic: ({ topic, example }) =>
    `The topic “${topic}” is not in the data any more. Choose another one, for example ${example}`,

  card: {
    on: "On",
    off: "Off",
    moreTimes: "More times",
    zone: ({ zone }) => `Zone: ${zone}`,
    topic: ({ topic }) => `Topic: ${topic}`,
    pause: ({ days }) => `Pause ${days} ${Number(days) === 1 ? "day" : "days"}`,
    now: "Send one now",
    clusters: "One cluster",
    cities: "One city",
    back: "⟨ Back",
  },
  choose: {
    times: "At what time of day? Any other can be written, for example /daily set 07:30",
    zones: "By the time of which place? Any other zone can be written, for example /daily set Asia/Seoul",
    topics: "What should the facts be about?",
    clusters: "Which cluster?",
    cities: "Which city?",
  },

  wrong: ({ problem, example }) => `${problem} For example: ${example}`,
  problems: {
    usage: ({ word }) => `There is no “/daily ${word}”.`,
    time: ({ word }) => `“${word}” is not a time of day.`,
    zone: ({ word }) => `There is no time zone “${word}”.`,
    twoTimes: "That is two times, and there is one fact a day.",
    howLong: "Pause for how long?",
    length: ({ word }) => `I do not understand how long “${word}” is.`,
    tooLong: ({ days }) => `A pause lasts at most ${days} days.`,
    topic: ({ word }) => `I do not know the topic “${word}”.`,
    topicWords: ({ words }) => `I do not know “${words}” in that topic.`,
    oneTopic: ({ topics }) => `Only one topic at a time; I read ${topics}.`,
    whichCity: ({ word, city }) => `Is “${word}” ${city}? Please write the whole name of the city.`,
    ambiguous: ({ word, options }) => `“${word}” may be ${options}. Please write the whole name.`,
    language: ({ word }) =>
      `I do not answer in “${word}”, only in Chinese (simplified, traditional) and English.`,
  },

  elsewhere: ({ example }) => `Settings are changed in a chat the bot is in, for example ${example}`,
  spoken: ({ name }) => `All right, from now on the language is: ${name}.`,

  privacy: {
    title: "I keep nothing that anyone says; only what is listed here is stored.",
    memory: "In memory, never written to a file",
    turn: 'The last turn of each conversation, dropped after ten minutes, to understand follow-ups such as "and Zhuhai?"',
    answers:
      "The last 5,000 answers, the message each is in and what it was asked, not by whom, to understand replies to them",
    rate: "How often each person and each chat asked within the last minute, to limit the rate",
    database: "In the database, and nothing else",
    subscription: "Subscriptions to the daily fact: number of the chat, time, time zone, topic",
    delivery: "Which facts a chat has already been sent, and the result of each delivery",
    seen: "Numbers of messages already handled, kept for 48 hours so that none is answered twice",
    language: "The language a chat has set: id of the chat, language",
    votes:
      "👍 👎: the day, the kind of answer, the facts it rests on, for or against; not who, nor in which chat",
    note: "Texts, names and other personal data are not kept. /forget deletes everything stored about this chat.",
    keepsTexts: {
      title: "I do not keep who said what; only what is listed here is stored.",
      texts:
        "Questions I could not answer: the text and how often, not who nor in which chat; @names, telephone numbers, addresses, links and long numbers are removed first, and it is deleted 30 days after it was last asked",
      note: "Other texts, names and other personal data are not kept. /forget deletes everything stored about this chat.",
    },
    shares: {
      title: "I keep who said what for ten minutes at most; only what is listed here is stored.",
      waiting: "Messages that wait for their answer, deleted as soon as it is given",
      note: "Other texts, names and other personal data are not kept. /forget deletes the settings and records of this chat.",
    },
  },

  adminsOnly: "Only administrators of the group can change the settings of this chat.",
  anyone: "Anyone can ask for a fact with /fact.",
  cannotCheck:
    "Whether you are an administrator cannot be checked at the moment. Nothing was changed; please try again later.",
  noStore: "The settings cannot be reached at the moment. Nothing was changed; please try again later.",
  askOn: "Questions are answered as ever.",
  forgotten: "Deleted: the subscription, the language, the deliveries and the facts this chat has seen.",
  nothingKept: "Nothing is stored here.",
  held: ({ wish }) => `This chat has a subscription: ${wish}.`,
  notHeld: "This chat has no subscription.",

  languages: {
    "zh-CN": "Simplified Chinese",
    "zh-TW": "Traditional Chinese",
    en: "English",
    auto: "Automatic",
  },
  language: ({ name }) => `Language of this chat: ${name}.`,
  languageSet: ({ name }) => `The language of this chat is now: ${name}.`,
  languageUse:
    "It is used for notices, for the daily fact and where a question does not show its language; a question in another language is answered in that one.",
  languageAuto: "A question is answered in its own language.",
  heldLanguage: ({ name }) => `This chat has set a language: ${name}.`,
  noHeldLanguage: "This chat has set no language.",
};
