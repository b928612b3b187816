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
const variables = 'variable "memory" {\n  default = 8192\n}\n\nvariable "password" {\n  sensitive = true\n}\n';
const instance = { schema_version: 0, attributes: makeAttributes() };
const resource = { mode: 'managed', type: 'ionoscloud_pg_cluster', name: 'ledger', instances: [instance] };
const state = { version: 4, terraform_version: '1.11.4', serial: 1, resources: [resource] };

/** Goes the whole way, and gives the commands with what a terminal shows. */
export function walkThroughTerraform(): string {
  const folder = makeFolder({
    'infra/main.tf': main,
    'infra/variables.tf': variables,
    'infra/outputs.tf': 'output "memory" {\n  value = ionoscloud_pg_cluster.ledger.ram\n}\n',
    'infra/terraform.tfstate': JSON.stringify(state),
    'plan.json': JSON.stringify(makePlan([leave(), adopt()])),
  });
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
