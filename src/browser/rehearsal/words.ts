/** Words of the page of a rehearsal. */
export const rehearsalWords = {
  title: { ko: '알림 연습', en: 'Alert rehearsal' },
  application: { ko: '애플리케이션', en: 'Application' },
  pace: { ko: '빠르기', en: 'Pace' },
  faster: { ko: '배 빠르게', en: ' times faster' },
  asInLife: { ko: '실제 속도', en: 'As in life' },
  connecting: { ko: '연결하는 중…', en: 'Connecting…' },
  lost: {
    ko: '연습이 끝났거나 연결이 끊겼습니다. 명령이 아직 실행 중이면 저절로 다시 연결됩니다.',
    en: 'The rehearsal has ended, or cannot be reached. While the command runs, this page connects again by itself.',
  },
  refused: { ko: '하지 못했습니다', en: 'That did not work' },
  faults: { ko: '고장', en: 'Faults' },
  faultsHint: {
    ko: '누르면 고장 나고, 다시 누르면 고쳐집니다.',
    en: 'Press to break it, press again to mend it.',
  },
  search: { ko: '고장 찾기', en: 'Search faults' },
  none: { ko: '찾는 고장이 없습니다.', en: 'No fault is like that.' },
  mendAll: { ko: '모두 고치기', en: 'Mend all' },
  pressFirst: { ko: '고장 내기', en: 'Press' },
  mendIt: { ko: '고치기', en: 'Mend' },
  targets: { ko: '수집 대상', en: 'Targets' },
  up: { ko: '정상', en: 'up' },
  down: { ko: '수집 실패', en: 'down' },
  unknown: { ko: '아직 모름', en: 'unknown' },
  alert: { ko: '알림', en: 'Alert' },
  look: { ko: '볼 알림', en: 'Alert to look at' },
  moving: { ko: '지금 움직이는 알림', en: 'Moving now' },
  others: { ko: '다른 알림', en: 'Others' },
  told: { ko: '알릴 곳', en: 'Who is told' },
  nobody: { ko: '아무에게도 알리지 않습니다', en: 'Nobody is told' },
  value: { ko: '지금 값', en: 'Value now' },
  limit: { ko: '기준', en: 'Limit' },
  noValue: { ko: '아직 값이 없습니다', en: 'No value yet' },
  mustLast: { ko: '이어져야 하는 시간', en: 'Must last' },
  here: { ko: '여기서는', en: 'here' },
  inLife: { ko: '실제로는', en: 'in life' },
  left: { ko: '남음', en: 'left' },
  silence: { ko: '재우기', en: 'Silence' },
  silenceFor: { ko: '재울 시간', en: 'How long to silence it' },
  silenced: { ko: '재움, 깨는 시각', en: 'Silenced until' },
  wake: { ko: '깨우기', en: 'Remove the silence' },
  timeline: { ko: '있었던 일', en: 'What happened' },
  timelineEmpty: { ko: '아직 아무 일도 없습니다.', en: 'Nothing yet.' },
  sinceCondition: { ko: '조건이 맞은 때부터', en: 'since the condition began' },
  inbox: { ko: '받은 메시지', en: 'Inbox' },
  inboxEmpty: {
    ko: '아직 아무도 메시지를 받지 않았습니다. 실제 Alertmanager가 보낸 그대로, 받는 사람이 보는 모양으로 여기에 나타납니다.',
    en: 'Nobody has got a message yet. What the real Alertmanager sends appears here, as whoever gets it will see it.',
  },
  inboxOthers: {
    ko: '이 알림의 메시지는 아직 아무도 받지 않았습니다. 다른 알림의 메시지는 “모두”에 있습니다.',
    en: 'Nobody has got a message of this alert yet. Those of other alerts are under “All”.',
  },
  ofThis: { ko: '이 알림', en: 'This alert' },
  all: { ko: '모두', en: 'All' },
  older: { ko: '이전 메시지', en: 'Older messages:' },
  runbook: { ko: '대응 방법', en: 'Runbook' },
  runbookOf: { ko: '런북', en: 'Runbook' },
  howTitle: { ko: '알림은 이렇게 갑니다', en: 'How an alert comes about' },
} as const;

/** The steps of an alert, and what becomes of one, by their names. */
export const stageWords = {
  inactive: { ko: '이상 없음', en: 'all well' },
  condition: { ko: '조건', en: 'condition' },
  pending: { ko: '대기', en: 'pending' },
  firing: { ko: '발생', en: 'firing' },
  grouped: { ko: '묶음', en: 'grouped' },
  sent: { ko: '전달', en: 'sent' },
  resolved: { ko: '해결', en: 'resolved' },
  silenced: { ko: '재움', en: 'silenced' },
  inhibited: { ko: '억제됨', en: 'inhibited' },
  muted: { ko: '알리지 않는 시간', en: 'muted' },
} as const;

/** Kinds of what happened. */
export const happenedWords = {
  fault: { ko: '고장', en: 'fault' },
  mended: { ko: '고침', en: 'mended' },
  wrong: { ko: '잘못된 곳', en: 'wrong receiver' },
  condition: stageWords.condition,
  pending: stageWords.pending,
  firing: stageWords.firing,
  grouped: stageWords.grouped,
  sent: stageWords.sent,
  resolved: stageWords.resolved,
  silenced: stageWords.silenced,
  inhibited: stageWords.inhibited,
  muted: stageWords.muted,
} as const;

/** The chain from left to right, of a page on which nothing has happened yet. */
export const chainWords = {
  break: {
    ko: '애플리케이션이 고장 나고, 지표에 드러납니다.',
    en: 'The application breaks, and its metrics show it.',
  },
  hold: {
    ko: 'Prometheus가 값을 기준과 견주고, 정한 시간 동안 이어지면 알림이 발생합니다.',
    en: 'Prometheus holds the value against the limit; when that lasts, the alert fires.',
  },
  group: {
    ko: 'Alertmanager가 같은 일을 하나로 묶고, 재운 것과 억제한 것을 거릅니다.',
    en: 'Alertmanager groups what belongs together, and withholds what is silenced or inhibited.',
  },
  tell: {
    ko: '당번이 메시지를 받고, 대응 방법을 따릅니다.',
    en: 'Whoever is on call gets the message, and follows the runbook.',
  },
} as const;

/** What it means that something happened, where the command need not say more. */
export const meantWords = {
  condition: { ko: '수집하는 지표에 드러났습니다.', en: 'It is in what Prometheus scrapes.' },
  pending: { ko: 'Prometheus가 보기에 조건이 맞습니다.', en: 'Prometheus finds that the condition holds.' },
  mended: { ko: '고장을 고쳤습니다.', en: 'The fault is mended.' },
  silenced: { ko: '재워 두어 아무에게도 알리지 않습니다.', en: 'A silence keeps it from everybody.' },
  inhibited: {
    ko: '다른 알림이 이미 알려 따로 알리지 않습니다.',
    en: 'Another alert that fires keeps it from everybody.',
  },
  muted: { ko: '알리지 않기로 한 시간입니다.', en: 'At this time of the week nobody is told.' },
} as const;
