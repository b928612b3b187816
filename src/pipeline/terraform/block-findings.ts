// What there is to say of a block beside the values in it.
import { messagesOf } from '../../engine/messages.js';
import type { OpenedBlock } from '../../forms/terraform/block/open.js';
import { isGone } from '../../forms/terraform/block/open.js';
import { clusterTypes } from '../../forms/terraform/fields.js';
import { findArgument, findBlocks, literalBoolean } from '../../forms/terraform/module/blocks.js';
import { ignoresCredentials } from '../../forms/terraform/module/lifecycle.js';
import type { Range } from '../../forms/terraform/syntax/expressions.js';
import type { Finding, Unplaced } from '../../model/finding.js';
import { terraformArguments, terraformBlock, terraformLifecycle } from '../../rules/index.js';

const blockFinding = messagesOf(terraformBlock);
const argumentFinding = messagesOf(terraformArguments);
const lifecycleFinding = messagesOf(terraformLifecycle);

/** Lists what there is to say of the form of a block, and of what Terraform and the provider make of it. */
export function sayOfBlock({ cluster, faults }: OpenedBlock): Finding[] {
  const { block, file, module, name } = cluster;
  const place = (finding: Unplaced, { start }: Range): Finding => ({ ...finding, at: file.placeAt(start) });
  const said = faults.map(({ id, name: fault, item }) => place(blockFinding(id, { name: fault }), item));
  if (module.resources.has(`${clusterTypes.v2}.${name}`)) said.push(place(blockFinding('exists'), block));
  const gone = block.body.items.find(isGone);
  if (gone) said.push(place(argumentFinding('allow-replace'), gone));
  const [timeouts] = findBlocks(block.body, 'timeouts');
  const read = timeouts && findArgument(timeouts.body, 'read');
  if (read) said.push(place(argumentFinding('timeouts-read'), read));
  const [lifecycle] = findBlocks(block.body, 'lifecycle');
  if (!lifecycle || literalBoolean(findArgument(lifecycle.body, 'prevent_destroy')) !== true)
    said.push(place(lifecycleFinding('guarded'), lifecycle ?? block));
  if (lifecycle && ignoresCredentials(block)) said.push(place(lifecycleFinding('credentials-ignored'), lifecycle));
  return said;
}
