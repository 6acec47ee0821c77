/** What the page says first: which goals of the bill are reached, and what an idle month is made of. */
import { priceTable } from '#functions/shared/prices.ts';
import { FIXED } from './assumptions.ts';
import { number, usd } from './digits.ts';
import { idleBill, type Line, monthBill, polledQueues, sumOf } from './month.ts';
import type { Result } from './simulate.ts';

/** The verdict over a goal, with the figure. */
const goal = (what: string, figure: number, most: number): string =>
  `- ${what}: **${usd(figure)}**, ${figure <= most ? 'reached' : 'not reached'} (goal: ${most}).`;

export function goals(results: readonly Result[], idle: readonly Line[]): string {
  const denmark = results[1];
  if (!denmark) return '';
  const machine = FIXED.machineClients * priceTable.cognitoMachineClients.usd;
  const month = (every: 60 | 300) =>
    sumOf(monthBill(denmark.measured, denmark.size, denmark.day, denmark.followed[every]), 'due') - machine;
  const due = (name: keyof typeof priceTable) => idle.find((line) => line.name === name)?.due ?? 0;
  const second = sumOf(idleBill(denmark.measured, 2), 'due') - sumOf(idle, 'due') - machine;
  return [
    goal(
      '5,000 datasets of 200 sources, 1,000 followers asking every five minutes, as the API says (`pollAfter`)',
      month(300),
      25,
    ),
    goal('the same, followers asking each minute', month(60), 25),
    goal('idle: no source, no reader', sumOf(idle, 'due') - machine, 3),
    '',
    '**What AWS gives away each month is taken off here**: an account gets it without an end, but once for everything under one bill, whoever else is there. Idle at list price,',
    `with nothing given away, is **${usd(sumOf(idle, 'list') - machine)}**; a second environment under the same bill costs **${usd(second)}** when nothing happens, as the first one has used up most of it.`,
    'The bill below has both sums.',
    '',
    'A look costs a request to CloudFront, whatever the answer: 44 million looks a month cannot be had for 25 dollars, 9 million are free.',
    `These are without Cognito’s clients for programs: ${FIXED.machineClients} of them cost ${usd(machine)} dollars more where they are still charged.`,
    `Idle is made of: Lambda asking ${polledQueues()} queues, nearly all of them empty, all day, and our own functions asking the others (${usd(due('sqsCalls'))}), ${FIXED.alarms} figures with an alarm, of which 10 are`,
    `free (${usd(due('alarms'))}; three of them stand only where letters are sent), ${FIXED.customMetrics} metrics of our own, of which 10 are free (${usd(due('customMetrics'))}), ${FIXED.secrets} secrets (${usd(due('secrets'))}), reads of tables and objects by functions that find nothing (${usd(due('dynamodbReadUnits') + due('s3Gets'))}).`,
  ].join('\n');
}

/** How many alarms and metrics fit, by the bill without them. */
export function watching(idle: readonly Line[]): string {
  const machine = FIXED.machineClients * priceTable.cognitoMachineClients.usd;
  const costOf = (one: Line['name']) => idle.find(({ name }) => name === one)?.due ?? 0;
  const without = sumOf(idle, 'due') - machine - costOf('alarms') - costOf('customMetrics');
  const left = 3 - without;
  const alarms = 10 + Math.floor(left / 0.1);
  return `everything but alarms and metrics costs ${usd(without)}: below 3 dollars there is room for ${number(alarms)} figures with an alarm, or for ${number(10 + Math.floor(left / 0.3))} metrics of our own.`;
}
