package com.elementarydata.privatelink.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.integration.TcpService;
import com.elementarydata.privatelink.net.AvailabilityZoneId;
import com.elementarydata.privatelink.net.Cidr;
import com.elementarydata.privatelink.net.EndpointServiceName;
import com.elementarydata.privatelink.net.Hostname;
import com.elementarydata.privatelink.net.Port;
import com.elementarydata.privatelink.net.Region;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ConnectionTest {

    private static final Region OHIO = Region.parse("us-east-2");
    private static final Production PRODUCTION = new Production(
            Region.parse("eu-central-1"),
            "vpc-0a1b2c3d4e5f60718",
            located(Cidr.parse("10.0.0.0/16")),
            List.of(Cidr.parse("10.0.2.0/24"), Cidr.parse("10.0.1.0/24")),
            List.of("rtb-0a1b2c3d4e5f60712", "rtb-0a1b2c3d4e5f60711"));

    private static <T> Located<T> located(T value) {
        return new Located<>(value, Position.ofFile("acme.yaml"));
    }

    private static Connection connection(String id, Connectivity connectivity, DnsState dns) {
        return new Connection(
                located(Identifier.parse(id)),
                TcpService.INTEGRATION,
                new ServiceAddress(
                        located(new EndpointServiceName(OHIO, "vpce-svc-0123456789abcdef0")),
                        Stream.of("b.example", "a.example")
                                .map(name -> located(Hostname.parse(name)))
                                .toList(),
                        List.of(Port.of(5432), Port.of(443))),
                connectivity,
                Stream.of("use2-az3", "use2-az1")
                        .map(zone -> located(AvailabilityZoneId.parse(zone)))
                        .toList(),
                Optional.empty(),
                dns,
                Optional.empty());
    }

    @Test
    void has_its_endpoint_beside_the_service_or_beside_production() {
        Connection peered = connection("git", Connectivity.PEERED, DnsState.ACTIVE);
        Connection across = connection("git", Connectivity.CROSS_REGION, DnsState.ACTIVE);

        assertThat(peered.serviceRegion()).isEqualTo(OHIO);
        assertThat(peered.endpointRegion(PRODUCTION)).isEqualTo(OHIO);
        assertThat(across.serviceRegion()).isEqualTo(OHIO);
        assertThat(across.endpointRegion(PRODUCTION)).isEqualTo(PRODUCTION.region());
    }

    @Test
    void is_active_unless_it_is_only_prepared() {
        assertThat(connection("git", Connectivity.PEERED, DnsState.ACTIVE).isActive())
                .isTrue();
        assertThat(connection("git", Connectivity.PEERED, DnsState.PREPARED).isActive())
                .isFalse();
    }

    @Test
    void is_the_same_in_whatever_order_a_file_names_things() {
        Connection git = connection("git", Connectivity.PEERED, DnsState.ACTIVE);
        Connection db = connection("db", Connectivity.PEERED, DnsState.ACTIVE);

        assertThat(git.availabilityZoneIds()).extracting(Located::toString).containsExactly("use2-az1", "use2-az3");
        assertThat(git.address().hostnames()).extracting(Located::toString).containsExactly("a.example", "b.example");
        assertThat(git.address().ports()).containsExactly(Port.of(443), Port.of(5432));
        assertThat(new Customer(located(Identifier.parse("acme")), List.of(git, db)).connections())
                .containsExactly(db, git);
        assertThat(PRODUCTION.clientCidrs()).isSorted();
        assertThat(PRODUCTION.routeTableIds()).isSorted();
    }

    @Test
    void belongs_to_the_customer_of_its_file() {
        assertThat(new Customer(located(Identifier.parse("acme")), List.of()).file())
                .isEqualTo("acme.yaml");
        assertThat(located("git").map(String::length)).isEqualTo(located(3));
    }
}
