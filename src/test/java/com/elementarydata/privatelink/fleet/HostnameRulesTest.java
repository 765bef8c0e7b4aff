package com.elementarydata.privatelink.fleet;

import static com.elementarydata.privatelink.fleet.Fleets.emptyLedger;
import static com.elementarydata.privatelink.fleet.Fleets.network;
import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.integration.GitHubEnterpriseServer;
import com.elementarydata.privatelink.integration.Integration;
import com.elementarydata.privatelink.integration.Integrations;
import com.elementarydata.privatelink.integration.TcpService;
import com.elementarydata.privatelink.model.Connection;
import com.elementarydata.privatelink.model.Connectivity;
import com.elementarydata.privatelink.model.Customer;
import com.elementarydata.privatelink.model.DnsState;
import com.elementarydata.privatelink.model.Identifier;
import com.elementarydata.privatelink.model.Limits;
import com.elementarydata.privatelink.model.Located;
import com.elementarydata.privatelink.model.Network;
import com.elementarydata.privatelink.model.Position;
import com.elementarydata.privatelink.model.Problem;
import com.elementarydata.privatelink.model.ServiceAddress;
import com.elementarydata.privatelink.net.EndpointServiceName;
import com.elementarydata.privatelink.net.Hostname;
import com.elementarydata.privatelink.net.Port;
import com.elementarydata.privatelink.net.Region;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class HostnameRulesTest {

    private static final Region OREGON = Region.parse("us-west-2");

    private static <T> Located<T> at(String customer, int line, T value) {
        return new Located<>(value, new Position(customer + ".yaml", line, 1));
    }

    private static Connection connection(
            String customer, int line, Integration integration, String serviceId, DnsState dns, String... hostnames) {
        return new Connection(
                at(customer, line, Identifier.parse("connection-" + line)),
                integration,
                new ServiceAddress(
                        at(customer, line, new EndpointServiceName(OREGON, serviceId)),
                        IntStream.range(0, hostnames.length)
                                .mapToObj(i -> at(customer, line + i, Hostname.parse(hostnames[i])))
                                .toList(),
                        List.of(Port.of(443))),
                Connectivity.PEERED,
                List.of(),
                Optional.empty(),
                dns,
                Optional.empty());
    }

    private static Integration of(String key) {
        return Integrations.of(key).orElseThrow();
    }

    private static Connection service(String customer, int line, DnsState dns, String... hostnames) {
        return connection(
                customer, line, TcpService.INTEGRATION, "vpce-svc-%08x".formatted(customer.hashCode()), dns, hostnames);
    }

    private static Customer customer(String id, Connection... connections) {
        return new Customer(at(id, 1, Identifier.parse(id)), List.of(connections));
    }

    private static List<String> problems(
            Network network, Function<Fleet, Stream<Problem>> rule, Customer... customers) {
        return rule.apply(new Fleet(network, emptyLedger(), List.of(customers)))
                .map(Problem::toString)
                .map(line -> line.substring(0, line.indexOf(';')))
                .sorted()
                .toList();
    }

    private static List<String> problems(Function<Fleet, Stream<Problem>> rule, Customer... customers) {
        return problems(network(), rule, customers);
    }

    @Test
    void fails_where_a_hostname_is_active_in_two_connections_of_a_customer() {
        assertThat(problems(
                        HostnameClashes::activeOnce,
                        customer(
                                "acme",
                                service("acme", 10, DnsState.ACTIVE, "db.acme.example", "a.acme.example"),
                                service("acme", 20, DnsState.ACTIVE, "db.acme.example"))))
                .containsExactly(
                        "acme.yaml:10:1: PL301 the hostname \"db.acme.example\" is also active in the connection"
                                + " \"acme/connection-20\"",
                        "acme.yaml:20:1: PL301 the hostname \"db.acme.example\" is also active in the connection"
                                + " \"acme/connection-10\"");
    }

    @Test
    void takes_a_hostname_that_is_active_once_and_prepared_elsewhere() {
        assertThat(problems(
                        HostnameClashes::activeOnce,
                        customer(
                                "acme",
                                service("acme", 10, DnsState.ACTIVE, "db.acme.example"),
                                service("acme", 20, DnsState.PREPARED, "db.acme.example")),
                        customer("birch", service("birch", 10, DnsState.ACTIVE, "db.acme.example"))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "db.acme.example, db.acme.example, true",
        "db.acme.example, acme.example, true",
        "acme.example, db.acme.example, true",
        "a.b.c.acme.example, acme.example, true",
        "*.acme.example, db.acme.example, true",
        "*.acme.example, acme.example, true",
        "db.acme.example, www.acme.example, false",
        "notacme.example, acme.example, false",
    })
    void a_hostname_at_or_below_another_customers_is_told_to_both(String one, String other, boolean clash) {
        List<String> found = problems(
                HostnameClashes::ofOneCustomer,
                customer("acme", service("acme", 10, DnsState.PREPARED, one)),
                customer("birch", service("birch", 20, DnsState.ACTIVE, other)));
        if (!clash) {
            assertThat(found).isEmpty();
            return;
        }
        assertThat(found)
                .containsExactly(
                        "acme.yaml:10:1: PL302 the hostname \"%s\" conflicts with \"%s\" of the customer \"birch\""
                                        .formatted(one, other)
                                + " (birch.yaml:20:1)",
                        "birch.yaml:20:1: PL302 the hostname \"%s\" conflicts with \"%s\" of the customer \"acme\""
                                        .formatted(other, one)
                                + " (acme.yaml:10:1)");
    }

    @Test
    void a_copied_connection_is_told_once_however_many_hostnames_it_has() {
        String[] hostnames = {"a.acme.example", "b.acme.example", "c.acme.example"};
        Customer acme = customer("acme", service("acme", 10, DnsState.ACTIVE, hostnames));
        Customer copy = customer("birch", service("birch", 20, DnsState.ACTIVE, hostnames));

        assertThat(problems(HostnameClashes::ofOneCustomer, acme, copy))
                .containsExactly(
                        "acme.yaml:10:1: PL302 3 hostnames, such as \"a.acme.example\", conflict with those of the"
                                + " customer \"birch\" (birch.yaml:20:1)",
                        "birch.yaml:20:1: PL302 3 hostnames, such as \"a.acme.example\", conflict with those of the"
                                + " customer \"acme\" (acme.yaml:10:1)");
        assertThat(Problem.once(
                        HostnameClashes.ofOneCustomer(new Fleet(network(), emptyLedger(), List.of(acme, copy)))))
                .as("in a report on all of them")
                .hasSize(1);
    }

    @Test
    void a_customers_own_hostnames_may_be_below_each_other() {
        assertThat(problems(
                        HostnameClashes::ofOneCustomer,
                        customer(
                                "acme",
                                service("acme", 10, DnsState.ACTIVE, "db.acme.example", "acme.example"),
                                service("acme", 20, DnsState.ACTIVE, "*.acme.example"))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "service, github.com, github.com",
        "service, api.github.com, github.com",
        "service, rds.amazonaws.com, amazonaws.com",
        "service, db.us-west-2.rds.amazonaws.com, amazonaws.com",
        "service, db.cluster-1.us-west-2.s3.amazonaws.com, amazonaws.com",
        "service, db.cluster-1.us-west-2.rds.amazonaws.com, ",
        "service, db.cluster-1.us-west-2.redshift.amazonaws.com, ",
        "service, db.cluster-1.us-west-2.redshift-serverless.amazonaws.com, ",
        "service, amazon.com, aws.amazon.com",
        "service, dbc-1.cloud.databricks.com, databricks.com",
        "service, db.acme.example, ",
        "databricks, dbc-1.cloud.databricks.com, ",
        "databricks, accounts.cloud.databricks.com, databricks.com",
        "databricks, frankfurt.cloud.databricks.com, databricks.com",
        "databricks, frankfurt-data.cloud.databricks.com, ",
        "databricks, a.dbc-1.cloud.databricks.com, databricks.com",
        "snowflake, xy12345.us-west-2.privatelink.snowflakecomputing.com, ",
        "snowflake, ocsp.xy12345.us-west-2.privatelink.snowflakecomputing.com, ",
        "snowflake, '*.xy12345.us-west-2.privatelink.snowflakecomputing.com', ",
        "snowflake, org-acme.privatelink.snowflakecomputing.com, ",
        "snowflake, us-west-2.privatelink.snowflakecomputing.com, snowflakecomputing.com",
        "snowflake, '*.us-west-2.privatelink.snowflakecomputing.com', snowflakecomputing.com",
        "snowflake, app.us-west-2.privatelink.snowflakecomputing.com, snowflakecomputing.com",
        "snowflake, ocsp.us-west-2.privatelink.snowflakecomputing.com, snowflakecomputing.com",
        "snowflake, xy12345.us-west-2.snowflakecomputing.com, snowflakecomputing.com",
        "github-enterprise-server, git.ghe.com, ghe.com",
        "github-enterprise-server, git.acme.example, ",
    })
    void fails_on_names_that_others_share(String integration, String hostname, String shared) {
        assertThat(problems(
                        HostnameRules::notShared,
                        customer(
                                "acme",
                                connection(
                                        "acme", 10, of(integration), "vpce-svc-01234567", DnsState.ACTIVE, hostname))))
                .isEqualTo(
                        shared == null
                                ? List.of()
                                : List.of(
                                        "acme.yaml:10:1: PL307 the hostname \"%s\" would hide names of \"%s\" that others share"
                                                .formatted(hostname, shared)));
    }

    @ParameterizedTest
    @CsvSource({
        "elementary.example, true",
        "api.elementary.example, true",
        "*.elementary.example, true",
        "elementary.example.org, false",
        "notelementary.example, false",
        "internal.api.test, true",
        "api.test, true",
        "web.test, false",
        "elementary-data.com, true",
        "git.elementary-data.com, true",
        "elementary-data.com.example, false",
    })
    void fails_on_names_at_below_or_above_protected_domains(String hostname, boolean refused) {
        Network network = network(
                List.of(Hostname.parse("elementary.example"), Hostname.parse("deep.internal.api.test")),
                Limits.DEFAULT);

        assertThat(problems(
                        network,
                        HostnameRules::notProtected,
                        customer("acme", service("acme", 10, DnsState.PREPARED, hostname))))
                .hasSize(refused ? 1 : 0)
                .allSatisfy(line -> assertThat(line)
                        .startsWith("acme.yaml:10:1: PL308 the hostname \"%s\" would hide names of the protected domain"
                                .formatted(hostname)));
    }

    @Test
    void fails_where_two_customers_connect_to_the_same_service_of_a_customer() {
        assertThat(problems(
                        HostnameRules::serviceOfOneCustomer,
                        customer(
                                "acme",
                                connection(
                                        "acme",
                                        10,
                                        TcpService.INTEGRATION,
                                        "vpce-svc-01234567",
                                        DnsState.ACTIVE,
                                        "a.example"),
                                connection(
                                        "acme",
                                        20,
                                        TcpService.INTEGRATION,
                                        "vpce-svc-00000001",
                                        DnsState.ACTIVE,
                                        "b.example")),
                        customer(
                                "birch",
                                connection(
                                        "birch",
                                        30,
                                        GitHubEnterpriseServer.INTEGRATION,
                                        "vpce-svc-01234567",
                                        DnsState.PREPARED,
                                        "c.example"))))
                .containsExactly(
                        "acme.yaml:10:1: PL309 the service \"com.amazonaws.vpce.us-west-2.vpce-svc-01234567\" is also used"
                                + " by the customer \"birch\" (birch.yaml:30:1)",
                        "birch.yaml:30:1: PL309 the service \"com.amazonaws.vpce.us-west-2.vpce-svc-01234567\" is also used"
                                + " by the customer \"acme\" (acme.yaml:10:1)");
    }

    @ParameterizedTest
    @CsvSource({"snowflake, snowflake", "databricks, service"})
    void takes_a_vendors_service_that_many_customers_connect_to(String one, String other) {
        assertThat(problems(
                        HostnameRules::serviceOfOneCustomer,
                        customer(
                                "acme",
                                connection("acme", 10, of(one), "vpce-svc-01234567", DnsState.ACTIVE, "a.example")),
                        customer(
                                "birch",
                                connection("birch", 10, of(other), "vpce-svc-01234567", DnsState.ACTIVE, "b.example"))))
                .isEmpty();
    }

    static List<Integration> integrations() {
        return Integrations.ALL;
    }

    @ParameterizedTest
    @MethodSource("integrations")
    void fails_on_a_name_that_others_share_whatever_the_integration(Integration integration) {
        List<Hostname> shared = Stream.concat(
                        Stream.of(Hostname.parse("slack.com")), integration.sharedDomains().stream())
                .toList();

        assertThat(shared)
                .allSatisfy(domain -> assertThat(problems(
                                HostnameRules::notShared,
                                customer(
                                        "acme",
                                        connection(
                                                "acme",
                                                10,
                                                integration,
                                                "vpce-svc-01234567",
                                                DnsState.ACTIVE,
                                                "git.team." + domain))))
                        .singleElement()
                        .asString()
                        .contains("PL307"));
    }

    @ParameterizedTest
    @MethodSource("integrations")
    void fails_where_two_customers_connect_to_one_service_unless_a_vendor_hosts_it(Integration integration) {
        assertThat(problems(
                        HostnameRules::serviceOfOneCustomer,
                        customer(
                                "acme",
                                connection("acme", 10, integration, "vpce-svc-01234567", DnsState.ACTIVE, "a.example")),
                        customer(
                                "birch",
                                connection(
                                        "birch", 20, integration, "vpce-svc-01234567", DnsState.ACTIVE, "b.example"))))
                .hasSize(integration.isHostedByCustomer() ? 2 : 0);
    }
}
