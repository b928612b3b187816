// The location of v1 chooses the host of v2.
import { hostOf } from '../answers.js';
import { error, info, rule, silent, warning } from '../define.js';

/** `location` chooses the host of the request and leaves the body. */
export const requestLocation = rule({
  id: 'request/location',
  kind: 'map',
  summary: 'location leaves the body: it chooses the host that the request goes to.',
  evidence:
    'v2 SDK and Terraform provider (one host per region; de/fra/2 shares the host of de/fra); Pulumi provider (de/fra/1).',
  from: ['properties.location'],
  to: ['location'],
  express: 'copied',
  reads: ['properties.dnsName'],
  messages: {
    case: info('The letter case of the location was normalised to {location}.'),
    'shared-host': info('{location} is served by the v2 host of {region}.'),
    unknown: error(
      'The location is none that v2 has a host for: {known}.',
      'Choose one with --override location=LOCATION.',
    ),
    'dns-differs': warning(
      "The DNS name lies in another region than location says; the request goes to location's host.",
      'Find out where the cluster is, and choose with --override location=LOCATION.',
    ),
    missing: error(
      'location is missing, and it chooses the v2 host.',
      'Supply it with --set location=LOCATION, one of {known}.',
    ),
  },
  examples: [
    { given: { 'properties.location': 'de/txl' } },
    { given: { 'properties.location': 'DE/FRA' }, says: ['case'] },
    { given: { 'properties.location': 'de/fra/2' }, says: ['shared-host'] },
    { given: { 'properties.location': 'de/fra/1' }, says: ['shared-host'] },
    { given: { 'properties.location': 'mars/one' }, says: ['unknown'] },
    {
      given: {
        'properties.location': 'de/fra',
        'properties.dnsName': 'pg-6f67043c40e260c8.postgresql.de-txl.ionos.com',
      },
      says: ['dns-differs'],
    },
    { given: { 'properties.location': undefined }, says: ['missing'] },
  ],
  map: ([value, dnsName], context) => {
    if (value === undefined) return {};
    const location = value.toLowerCase();
    const url = hostOf(location, context);
    const region = Object.keys(context.facts.locations).find((one) => hostOf(one, context) === url) ?? location;
    const named =
      dnsName === undefined ? undefined : /^pg-[^.]+\.(postgresql\.[a-z-]+\.ionos\.com)$/.exec(dnsName)?.[1];
    const differs = url !== undefined && named !== undefined && url !== `https://${named}`;
    if (location === value && location === region && !differs) return { values: [location] };
    const says = [
      ...(location === value ? [] : [{ id: 'case', data: { location } } as const]),
      ...(location === region ? [] : [{ id: 'shared-host', data: { location, region } } as const]),
      ...(differs ? [{ id: 'dns-differs' } as const] : []),
    ];
    return { values: [location], says };
  },
  check: (value, _looks, context) => {
    if (hostOf(value, context) !== undefined) return silent;
    const known = Object.keys(context.facts.locations).join(', ');
    return [{ id: value === undefined ? 'missing' : 'unknown', data: { known } }];
  },
});
