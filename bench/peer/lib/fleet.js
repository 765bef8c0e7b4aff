const fs = require('node:fs');
const path = require('node:path');
const { parse } = require('yaml');

const CATALOGUE = path.join(
  __dirname, '../../../src/main/resources/com/elementarydata/privatelink/model/databricks-services.csv');

const PORTS = {
  'github-enterprise-server': [443],
  'gitlab-self-managed': [443],
  'bitbucket-data-center': [443],
  'azure-devops-server': [443],
  'tableau-server': [443],
  looker: [443],
  lightdash: [443],
  metabase: [443],
  airflow: [443],
  postgres: [5432],
  redshift: [5439],
  'sql-server': [1433],
  clickhouse: [8443],
  trino: [443],
  vertica: [5433],
  'spark-thrift': [10000],
  'splunk-hec': [8088],
};

const ALWAYS = [
  'privatelink-account-url',
  'regionless-privatelink-account-url',
  'privatelink-ocsp-url',
  'regionless-privatelink-ocsp-url',
];
const ON_REQUEST = {
  snowsight: ['snowsight-privatelink-url', 'regionless-snowsight-privatelink-url'],
  'app-service': ['app-service-privatelink-url', 'app-service-privatelink-url-next'],
  duo: ['privatelink-dashed-urls-for-duo'],
  'client-redirect': ['privatelink-connection-urls', 'privatelink-connection-ocsp-urls'],
};
const OF_WHOLE_REGION = /^((app|\*)\.)?[a-z]{2}(-[a-z]+){1,3}-[0-9](\.aws)?\.privatelink\.snowflakecomputing\.com$/;

const read = (...file) => parse(fs.readFileSync(path.join(...file), 'utf8'));
const byId = (one, other) => (one.id < other.id ? -1 : 1);

/** The network, the ledger of addresses, and the customers, or those of them that are asked for. */
function readFleet(folder, asked) {
  const ids = asked ?? fs.readdirSync(path.join(folder, 'customers')).map((file) => path.basename(file, '.yaml'));
  const network = read(folder, 'network.yaml');
  const services = { ...databricksServices(), ...network.databricksServices };
  return {
    network,
    ledger: read(folder, 'addresses.lock.yaml'),
    customers: ids
      .sort()
      .map((id) => read(folder, 'customers', `${id}.yaml`))
      .map((customer) => ({
        id: customer.id,
        connections: customer.connections
          .map((connection) => withAddress(connection, network.production.region, services))
          .sort(byId),
      })),
  };
}

function databricksServices() {
  const rows = fs.readFileSync(CATALOGUE, 'utf8').trim().split('\n').slice(1).map((row) => row.split(','));
  return Object.fromEntries(
    rows.map(([region, service]) => [region, `com.amazonaws.vpce.${region}.vpce-svc-${service}`]));
}

function withAddress(connection, productionRegion, services) {
  const address = addressOf(connection, services);
  const serviceRegion = address.serviceName.split('.').at(-2);
  const across = connection.connectivity === 'cross-region';
  return {
    id: connection.id,
    integration: connection.integration,
    zones: [...connection.availabilityZoneIds].sort(),
    active: (connection.dns ?? 'active') === 'active',
    region: across ? productionRegion : serviceRegion,
    serviceRegion: across ? serviceRegion : undefined,
    ...address,
  };
}

function addressOf(connection, services) {
  switch (connection.integration) {
    case 'snowflake':
      return snowflake(connection);
    case 'databricks':
      return {
        serviceName: services[connection.region],
        hostnames: [new URL(connection.workspaceUrl).hostname],
        ports: [443],
      };
    case 'service':
      return { serviceName: connection.serviceName, hostnames: connection.hostnames, ports: connection.ports };
    default:
      return {
        serviceName: connection.serviceName,
        hostnames: connection.subdomainIsolation
          ? [connection.hostname, `*.${connection.hostname}`]
          : [connection.hostname],
        ports: connection.ports ?? PORTS[connection.integration],
      };
  }
}

function snowflake(connection) {
  const config = Object.fromEntries(
    Object.entries(connection.privatelinkConfig).map(([key, value]) => [key.replaceAll('_', '-'), value]));
  const hosts = (key) =>
    [config[key] ?? []].flat().flatMap((text) =>
      text.replace(/[[\]"'\s]/g, '').split(',').map((host) => host.replace(/:[0-9]+$/, '')));
  const account = hosts('privatelink-account-url')[0];
  const ofDeployment = ['snowsight-privatelink-url', 'app-service-privatelink-url'];
  const isShared = (key, host) =>
    OF_WHOLE_REGION.test(host) || (ofDeployment.includes(key) && !host.endsWith(`.${account}`));
  const requested = (connection.include ?? [])
    .flatMap((word) => ON_REQUEST[word])
    .flatMap((key) => hosts(key).filter((host) => !isShared(key, host)));
  const names = [...ALWAYS.flatMap(hosts), ...requested].flatMap((host) => [host, host.replaceAll('_', '-')]);
  return { serviceName: config['privatelink-vpce-id'], hostnames: [...new Set(names)], ports: [80, 443] };
}

module.exports = { readFleet };
