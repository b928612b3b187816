# The bare renaming of v1 to v2, as a person would write it in a hurry: no check, no unit that does not fit, no report.
# It is what the throughput of `convert --ndjson` is compared with.
def cluster:
  {
    name: .displayName,
    version: .postgresVersion,
    instances: {
      count: .instances,
      ram: (if .ram then .ram / 1024 else null end),
      cores: .cores,
      storageSize: (if .storageSize then (.storageSize / 1024 | ceil) else null end)
    },
    connection: (
      if (.connections | type) == "array" then
        .connections[0] | { datacenterId: .datacenterId?, lanId: .lanId?, primaryInstanceAddress: .cidr? }
      else null end
    ),
    maintenanceWindow: .maintenanceWindow,
    replicationMode: .synchronizationMode,
    credentials: .credentials,
    connectionPooler: (
      if .connectionPooler then
        (if .connectionPooler.enabled? then (.connectionPooler.poolMode // "transaction" | ascii_upcase) else "DISABLED" end)
      else null end
    ),
    backup: { location: .backupLocation, retentionDays: 7 }
  }
  | with_entries(select(.value != null));

if .id then { id: .id, properties: (.properties | cluster) } else { properties: ((.properties // .) | cluster) } end
