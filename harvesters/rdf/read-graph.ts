/** A page's bytes to its graph, whatever serialisation they are in. */
import type { Page } from '#schemas/reading.ts';
import { Findings, type RdfParser } from './findings.ts';
import { TripleGraph } from './graph.ts';
import { turtleParser } from './turtle-parser.ts';

/** What a page says and what is wrong with it. */
export interface ReadGraph {
  readonly graph: TripleGraph;
  readonly findings: Findings;
}

export const readGraph = async (page: Page): Promise<ReadGraph> => {
  const graph = new TripleGraph();
  const findings = new Findings();
  const parser: RdfParser = turtleParser(graph, findings, { base: page.url, lines: false });
  for await (const chunk of page.body) parser.push(chunk);
  parser.end();
  return { graph, findings };
};
