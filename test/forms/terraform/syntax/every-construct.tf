# Every construct of HCL's native syntax, so that tests and fuzzing meet all of them.
terraform {
  required_version = ">= 1.5" // at least
}

/* over
   two lines */
variable "size" { default = 4096 }

locals {
  numbers   = [0, 1.5, 1e3, 2E-2, -var.size]
  words     = { true = true, "quoted key" : null, (local.key) = false, plain = 1 }
  escapes   = "tab\t quote\" slash\\ line\n \u00e9 \U0001F600 $${no} %%{no} $ % $$ {}"
  pick      = var.big ? var.size * 2 : !var.small && var.size >= 10 || var.x != "y" ? 1 : -var.size % 3
  legacy    = thing.one.0.name
  splats    = [thing.many[*].part[0].name, thing.many.*.name, thing.many[var.index].part["a"].b]
  doubled   = [for index, item in var.list : upper(item) if item != ""]
  grouped   = { for item in var.list : item.kind => item.name... }
  called    = max(var.list...)
  namespace = provider::time::rfc3339_parse("2026-01-01T00:00:00Z")
  long = (
    var.a +
    # between
    var.b
  )
  nested = "a ${upper("b ${var.c}")} %{ if var.d }yes%{ else }no%{ endif } %{ for x in var.list ~} ${x}%{ endfor }"
  text = <<EOT
line ${var.a}
  %{~ if var.b ~}
  ${~ var.c ~}
  %{ endif }
$${kept} \n
EOT
  indented = <<-EOT
    one
      two ${
  var.d
}
    EOT
}

resource "ionoscloud_pg_cluster" säule {
  ram = var.size
  connections {
    cidr = "10.0.0.1/24"
  }
  lifecycle { ignore_changes = [ram] }
  empty {}
}
