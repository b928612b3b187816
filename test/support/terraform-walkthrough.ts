// The README's way of a Terraform module: the built command on a folder, and what it says, shortened to the lines that
// matter. The plan is one as Terraform makes it of the converted module.
import { makeFolder, run } from '../cli/command.js';
import { adopt, leave, makeAttributes, makePlan } from './terraform-plans.js';

const width = 118;
const main = `resource "ionoscloud_pg_cluster" "ledger" {
  display_name         = "hall-ledger"
  postgres_version     = "15"
  location             = "de/txl"
  instances            = 2
  cores                = 4
  ram                  = var.memory # MB
  storage_size         = 51200
  storage_type         = "SSD Premium"
  backup_location      = "eu-central-3"
  synchronization_mode = "ASYNCHRONOUS"

  connections {
    datacenter_id = "7d1b0c52-93ae-4f60-8a2d-51c6e0b7f394"
    lan_id        = "3"
    cidr          = "10.17.40.21/24"
  }

  credentials {
    username = "ledger"
    password = var.password
  }
}
`;
const variables = `variable "memory" {
  default = 8192
}

variable "password" {
  default   = "Winch6!Halyard"
  sensitive = true
}
`;
const provider = 'provider["registry.terraform.io/ionos-cloud/ionoscloud"]';
const versions = `terraform {
  required_providers {
    ionoscloud = {
      source = "ionos-cloud/ionoscloud"
    }
  }
}
`;

/** A module with one cluster and its state, by the names of its files; with a count, two clusters that differ in some attributes. */
export function makeLedger(isCounted = false): Record<string, string> {
  const others = { id: '3c0f5e6a-9a5d-4f55-8f58-0f2f1f1f7b11', display_name: 'hall-1' };
  const all = isCounted ? [{ display_name: 'hall-0' }, others] : [{}];
  const instances = all.map((changes, index) => {
    return { ...(isCounted ? { index_key: index } : {}), schema_version: 0, attributes: makeAttributes(changes) };
  });
  const resource = { mode: 'managed', type: 'ionoscloud_pg_cluster', name: 'ledger', provider, instances };
  const state = {
    version: 4,
    terraform_version: '1.11.4',
    serial: 1,
    lineage: 'x',
    outputs: {},
    resources: [resource],
  };
  const counted = main.replace('{\n', '{\n  count = 2\n\n').replace('"hall-ledger"', `"hall-$${'{count.index}'}"`);
  return {
    'main.tf': isCounted ? counted : main,
    'variables.tf': variables,
    'versions.tf': versions,
    'outputs.tf': `output "memory" {\n  value = ionoscloud_pg_cluster.ledger${isCounted ? '[0]' : ''}.ram\n}\n`,
    'terraform.tfstate': JSON.stringify(state),
  };
}

/** Goes the whole way, and gives the commands with what a terminal shows. */
export function walkThroughTerraform(): string {
  const module = Object.entries(makeLedger()).map(([name, text]) => [`infra/${name}`, text] as const);
  const plan = JSON.stringify(makePlan([leave(), adopt()]));
  const folder = makeFolder({ ...Object.fromEntries(module), 'plan.json': plan });
  const type = (words: string) => {
    const { stdout, stderr } = run(words.split(' '), { folder });
    return stdout + stderr;
  };
  const convert = 'convert infra/ --set credentials.database=ledger --in-place --dry-run';
  return [
    show('audit infra/', pick(type('audit infra/'), /^ {4}error|^ {9}v2 needs|^ {4}warning.*(?:comment|reference)/)),
    show(convert, pick(type(convert), /^[-+] +(?:ram|storage_size|to|id|from) +=/)),
    '$ terraform init -upgrade && terraform plan -out p && terraform show -json p > plan.json',
    show('verify --plan plan.json', pick(type('verify --plan plan.json'), /to import|^\d+ documents/)),
  ].join('\n');
}

function show(words: string, lines: readonly string[]): string {
  const shown = lines.map((line) => (line.length > width ? `${line.slice(0, width - 1)}…` : line));
  return [`$ ionos-pg-migrate ${words}`, ...shown].join('\n');
}

function pick(said: string, line: RegExp): string[] {
  return said.split('\n').filter((one) => line.test(one));
}
