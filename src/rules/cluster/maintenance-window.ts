// The maintenance window: same members in v1 and v2, but required in v2.
import { error, info, rule, silent, warning } from '../define.js';

const secondsInDay = 86_400;
const clock = /^(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d$/;
const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;
type Day = (typeof days)[number];

function toClock(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}

/** `maintenanceWindow.time`, kept; a number is a time that YAML 1.1 counted in seconds. */
export const maintenanceWindowTime = rule({
  id: 'maintenanceWindow/time',
  kind: 'map',
  summary: 'The time stays as it is, HH:MM:SS in UTC.',
  evidence: 'v1 and v2 SDKs; SDK documentation that shows 59459 for 16:30:59.',
  from: ['properties.maintenanceWindow.time'],
  to: ['properties.maintenanceWindow.time'],
  express: 'copied',
  messages: {
    seconds: warning(
      'The time was the number {value}, as YAML 1.1 reads an unquoted time; it is taken as {time}.',
      'Make sure that the window begins then, or choose with --override maintenanceWindow.time=HH:MM:SS.',
    ),
    'not-a-time': error(
      'The time is not of the form HH:MM:SS.',
      'Supply it in UTC: --override maintenanceWindow.time=HH:MM:SS.',
    ),
    missing: error(
      'The maintenance window has no time; v1 chose one by itself, v2 needs it.',
      'Choose one, in UTC: --set maintenanceWindow.time=HH:MM:SS. GET on the v2 host shows that of an existing cluster.',
    ),
  },
  examples: [
    {
      given: { 'properties.maintenanceWindow.time': '16:30:59' },
      gives: { 'properties.maintenanceWindow.time': '16:30:59' },
    },
    {
      given: { 'properties.maintenanceWindow.time': 59459 },
      gives: { 'properties.maintenanceWindow.time': '16:30:59' },
      says: ['seconds'],
    },
    { given: { 'properties.maintenanceWindow.time': '16:30' }, says: ['not-a-time'] },
    { given: { 'properties.maintenanceWindow.time': 90000 }, says: ['not-a-time'] },
    { given: { 'properties.maintenanceWindow': undefined }, says: ['missing'] },
  ],
  map: ([value], context) => {
    if (typeof value !== 'number') return { values: [value] };
    const written = context.written(0);
    const time = clock.test(written) ? written : toClock(value);
    const readable = clock.test(written) || (/^\d+$/.test(written) && value < secondsInDay);
    return readable
      ? { values: [time], says: [{ id: 'seconds', data: { value, time } }] }
      : { says: [{ id: 'not-a-time' }] };
  },
  check: (value) => (value === undefined || clock.test(value) ? silent : [{ id: 'not-a-time' }]),
});

/** `maintenanceWindow.dayOfTheWeek`, kept. */
export const maintenanceWindowDay = rule({
  id: 'maintenanceWindow/dayOfTheWeek',
  kind: 'map',
  summary: 'The day stays as it is: its English name with a capital.',
  evidence: 'v1 and v2 SDKs; the v1 Terraform provider took any letter case.',
  from: ['properties.maintenanceWindow.dayOfTheWeek'],
  to: ['properties.maintenanceWindow.dayOfTheWeek'],
  express: 'copied',
  messages: {
    case: info('The letter case of the day was normalised to {day}.'),
    'not-a-day': error(
      'dayOfTheWeek is no English name of a day.',
      'Supply one: --override maintenanceWindow.dayOfTheWeek=Sunday.',
    ),
    missing: error(
      'The maintenance window has no day; v1 chose one by itself, v2 needs it.',
      'Choose one: --set maintenanceWindow.dayOfTheWeek=Sunday. GET on the v2 host shows that of an existing cluster.',
    ),
  },
  examples: [
    { given: {}, gives: { 'properties.maintenanceWindow.dayOfTheWeek': 'Sunday' } },
    {
      given: { 'properties.maintenanceWindow.dayOfTheWeek': 'monday' },
      gives: { 'properties.maintenanceWindow.dayOfTheWeek': 'Monday' },
      says: ['case'],
    },
    { given: { 'properties.maintenanceWindow.dayOfTheWeek': 'Funday' }, says: ['not-a-day'] },
    { given: { 'properties.maintenanceWindow.dayOfTheWeek': undefined }, says: ['missing'] },
  ],
  map: ([value]) => {
    if (value === undefined || days.includes(value as Day)) return { values: [value as Day] };
    const day = days.find((name) => name.toLowerCase() === value.toLowerCase());
    return day ? { values: [day], says: [{ id: 'case', data: { day } }] } : { values: [value as Day] };
  },
  check: (value) => (value === undefined || days.includes(value) ? silent : [{ id: 'not-a-day' }]),
});
