// `verify --plan`: a Terraform plan as the witness of a conversion. Each v1 cluster that it forgets is imported as a v2
// cluster that says the same.
import { isPlan, readPlan } from '../../forms/terraform/plan.js';
import { judge } from '../../model/finding.js';
import { doubtsOf } from '../../pipeline/document.js';
import type { ReportEntry } from '../../report/entry.js';
import type { Prepared } from '../../supply/options.js';
import { describeStray } from '../entries.js';
import { type ComparedText, type Origin, type Stray, sidesFinding } from '../sides.js';
import { verifyResources } from './adoption.js';
import { describePlan } from './resources.js';

/**
 * Judges a plan, as `terraform show -json` prints it: an entry for the plan, one for each cluster, and one for each other
 * resource that there is something to say of.
 */
export function verifyPlan({ name, documents }: ComparedText, options: Prepared): ReportEntry[] {
  const [document] = documents;
  if (!document) return [];
  const origin: Origin = { name, document };
  const doubts = doubtsOf(document);
  const tell = (status: Stray['status'], findings: Stray['findings']) => [
    describeStray({ pointer: '', origin, status, findings }),
  ];
  if (document.value === undefined) return tell('unreadable', doubts);
  if (!isPlan(document.value)) return tell('blocked', [...doubts, sidesFinding('no-plan')]);
  const plan = readPlan(document.value);
  const findings = [...doubts, ...describePlan(plan)];
  return [...tell(judge(findings), findings), ...verifyResources(plan, origin, options)];
}
