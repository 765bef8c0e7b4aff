package com.elementarydata.privatelink.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.net.AccountId;
import com.elementarydata.privatelink.net.EndpointServiceName;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With an AWS that answers as it did before it said AZ IDs; what it says today is tried with the local AWS. */
class EndpointServicesTest {

    private static final EndpointServiceName SERVICE =
            EndpointServiceName.parse("com.amazonaws.vpce.us-west-2.vpce-svc-0123456789abcdef0");
    private static final String SERVICES = """
            <DescribeVpcEndpointServicesResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><serviceDetailSet><item>
            <serviceName>com.amazonaws.vpce.us-west-2.vpce-svc-0123456789abcdef0</serviceName><owner>111122223333</owner>
            <availabilityZoneSet><item>us-west-2a</item><item>us-west-2c</item></availabilityZoneSet>
            </item></serviceDetailSet></DescribeVpcEndpointServicesResponse>
            """;
    private static final String ZONES = """
            <DescribeAvailabilityZonesResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><availabilityZoneInfo>
            <item><zoneName>us-west-2a</zoneName><zoneId>usw2-az3</zoneId></item>
            <item><zoneName>us-west-2b</zoneName><zoneId>usw2-az2</zoneId></item>
            <item><zoneName>us-west-2c</zoneName><zoneId>usw2-az1</zoneId></item>
            </availabilityZoneInfo></DescribeAvailabilityZonesResponse>
            """;

    private HttpServer aws;

    @BeforeEach
    void start() throws IOException {
        aws = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        aws.createContext("/", EndpointServicesTest::answer);
        aws.start();
    }

    @AfterEach
    void stop() {
        aws.stop(0);
    }

    private static void answer(HttpExchange exchange) throws IOException {
        String asked = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        byte[] said = (asked.contains("Action=DescribeAvailabilityZones&") ? ZONES : SERVICES).getBytes(UTF_8);
        exchange.sendResponseHeaders(200, said.length);
        exchange.getResponseBody().write(said);
        exchange.close();
    }

    @Test
    void zones_are_known_by_their_ids_where_aws_says_only_the_names_of_this_account() {
        URI endpoint =
                URI.create("http://127.0.0.1:%d".formatted(aws.getAddress().getPort()));
        AwsAccess access = AwsAccess.local(endpoint, AccountId.parse("743289191656"));

        assertThat(new EndpointServices(access, SERVICE.region()).find(SERVICE)).hasValueSatisfying(service -> {
            assertThat(service.owner()).isEqualTo("111122223333");
            assertThat(service.zones()).containsExactly("usw2-az1", "usw2-az3");
        });
    }

    @Test
    void a_service_is_seen_whatever_aws_says_of_its_zones() {
        URI endpoint =
                URI.create("http://127.0.0.1:%d".formatted(aws.getAddress().getPort()));
        AwsAccess access = AwsAccess.local(endpoint, AccountId.parse("743289191656"));

        assertThat(new EndpointServices(access, SERVICE.region()).seen(SERVICE)).hasValueSatisfying(service -> {
            assertThat(service.owner()).isEqualTo("111122223333");
            assertThat(service.zones()).isEmpty();
        });
    }
}
