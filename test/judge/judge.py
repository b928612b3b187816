"""Judges v2 bodies with the models of IONOS' own Python SDK (ionoscloud-dbaas-postgres 3.x).

Reads lines of `{"target": ..., "document": ...}` on standard input and answers each with one line:
`accepted`, `respelt` (the same, but for how instants are spelt), `altered`, or `refused` with the fields, never a value.
What the SDK takes is not yet right, since it asks for nothing and checks no pattern; what it refuses is wrong. It drops
members that it does not know without a word, so what it would send is compared with what it was given.
"""
import datetime
import json
import re
import sys

import ionoscloud_dbaas_postgres as sdk
from ionoscloud_dbaas_postgres.api_client import ApiClient
from pydantic import ValidationError

MODELS = {
    'ClusterCreate': sdk.ClusterCreate,
    'ClusterEnsure': sdk.ClusterEnsure,
    'ClusterRead': sdk.ClusterRead,
    'ClusterReadList': sdk.ClusterReadList,
    'Backup': sdk.BackupRead,
    'BackupReadList': sdk.BackupReadList,
    'PostgresVersion': sdk.PostgresVersionRead,
    'PostgresVersionReadList': sdk.PostgresVersionReadList,
}
SENDER = ApiClient(sdk.Configuration(token='none'))


def restore_model(restore):
    """The two variants of a restore overlap, so that the SDK cannot decode their union: each is judged by its own model."""
    return sdk.PostgresRestoreClusterFromBackup if 'sourceBackupId' in restore else sdk.PostgresInPlaceRestoreClusterFromBackup


def judge(target, document):
    if target == 'restoreFromBackup':
        return compare(restore_model(document), document)
    if target == 'restoreInPlace':
        return compare(restore_model(document['restoreFromBackup']), document['restoreFromBackup'])
    body, restores = json.loads(json.dumps(document)), []
    for cluster in body.get('items') or [body]:
        restore = (cluster.get('properties') or {}).pop('restoreFromBackup', None)
        if restore is not None:
            restores.append(restore)
    verdicts = [compare(MODELS[target], body)] + [compare(restore_model(restore), restore) for restore in restores]
    order = ['accepted', 'respelt', 'altered', 'refused']
    return max(verdicts, key=lambda verdict: order.index(verdict[0]))


def compare(model, body):
    try:
        sent = SENDER.sanitize_for_serialization(model.from_dict(json.loads(json.dumps(body))))
    except ValidationError as error:
        fields = ['.'.join(str(key) for key in one['loc']) + ' ' + one['type'] for one in error.errors(include_input=False)]
        return 'refused', '; '.join(fields)
    except ValueError as error:
        return 'refused', type(error).__name__
    if sent == body:
        return 'accepted', ''
    if instants(sent) == instants(body):
        return 'respelt', ''
    return 'altered', ''


def instants(value):
    if isinstance(value, dict):
        return {key: instants(member) for key, member in value.items()}
    if isinstance(value, list):
        return [instants(item) for item in value]
    if isinstance(value, str) and re.match(r'\d{4}-\d\d-\d\d[Tt]\d\d:\d\d', value):
        return datetime.datetime.fromisoformat(value.upper().replace('Z', '+00:00')).timestamp()
    return value


for line in sys.stdin:
    case = json.loads(line)
    verdict, why = judge(case['target'], case['document'])
    print(json.dumps({'verdict': verdict, 'why': why}))
