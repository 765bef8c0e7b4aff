package com.elementarydata.privatelink.operation.onboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.elementarydata.privatelink.aws.AwsAccess;
import com.elementarydata.privatelink.cli.AwsStub;
import com.elementarydata.privatelink.config.FleetFolder;
import com.elementarydata.privatelink.fleet.CheckedFleet;
import com.elementarydata.privatelink.fleet.Fleet;
import com.elementarydata.privatelink.model.Connection;
import com.elementarydata.privatelink.model.Refusal;
import com.elementarydata.privatelink.net.AccountId;
import com.elementarydata.privatelink.net.EndpointServiceName;
import com.elementarydata.privatelink.observed.VisibleService;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What AWS says of a new connection's service, and the zones that are chosen of it. */
class DiscoveryTest {

    private static final Fleet FLEET =
            CheckedFleet.of(FleetFolder.read(Path.of("stacks"))).fleet().orElseThrow();
    private static final String OWN = FLEET.network().account().value();
    private static final String OF_GIT = "210987654321";
    private static final String ASKED = "DescribeVpcEndpointServices";
    private static final String EC2 = "http://ec2.amazonaws.com/doc/2016-11-15/";

    private AwsStub aws;

    @BeforeEach
    void start() throws IOException {
        aws = new AwsStub(OWN);
    }

    @AfterEach
    void stop() {
        aws.close();
    }

    private Discovery discovery() {
        return new Discovery(AwsAccess.local(aws.endpoint(), AccountId.parse(OWN)), FLEET);
    }

    private static Connection connection(String name) {
        return FLEET.connections()
                .filter(owned -> owned.name().equals(name))
                .findFirst()
                .orElseThrow()
                .connection();
    }

    private static String services(String... owners) {
        String found = String.join(
                "", Stream.of(owners).map(owner -> """
                                <item><serviceName>com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef1</serviceName>
                                <owner>%s</owner><availabilityZoneIdSet><item>euw1-az1</item></availabilityZoneIdSet></item>""".formatted(owner)).toList());
        return "<%1$sResponse xmlns=\"%2$s\"><serviceDetailSet>%3$s</serviceDetailSet></%1$sResponse>"
                .formatted(ASKED, EC2, found);
    }

    private static VisibleService in(String... zones) {
        return new VisibleService("service", OF_GIT, List.of(zones));
    }

    @Test
    void a_service_is_found_where_it_is_of_the_account_that_the_connection_names() {
        aws.answer(ASKED, services(OF_GIT));

        assertThat(discovery().find(connection("acme/git")))
                .returns(OF_GIT, VisibleService::owner)
                .returns(List.of("euw1-az1"), VisibleService::zones);
    }

    @Test
    void fails_for_a_service_of_another_account() {
        aws.answer(ASKED, services("999900001111"));

        assertThatThrownBy(() -> discovery().find(connection("acme/git")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("belongs to the account 999900001111, not to 210987654321");
    }

    @Test
    void a_vendors_service_may_be_of_any_account() {
        aws.answer(ASKED, services("999900001111"));

        assertThat(discovery().find(connection("acme/warehouse")).owner()).isEqualTo("999900001111");
    }

    @Test
    void so_may_one_that_a_vendor_shares_though_its_connection_names_an_account() {
        aws.answer(ASKED, services("999900001111"));
        Fleet shared = CheckedFleet.of(FleetFolder.read(Path.of("src/test/cases/shared-service/stacks")))
                .fleet()
                .orElseThrow();
        Connection alpha = shared.connections().findFirst().orElseThrow().connection();

        assertThat(alpha.awsAccountId()).isPresent();
        assertThat(new Discovery(AwsAccess.local(aws.endpoint(), AccountId.parse(OWN)), shared).find(alpha))
                .returns("999900001111", VisibleService::owner);
    }

    @Test
    void fails_for_a_service_that_is_not_visible() {
        aws.answer(ASKED, services());

        assertThatThrownBy(() -> discovery().find(connection("acme/git")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("is not visible to the account %s; have its owner allow arn:aws:iam::%s:root"
                        .formatted(OWN, OWN));
    }

    @Test
    void a_service_across_regions_has_to_be_visible_from_production_too() {
        aws.answer(ASKED, services(OF_GIT)).answer(ASKED, services());

        assertThatThrownBy(() -> discovery().find(connection("acme/orders")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("does not support eu-central-1; have its owner add eu-central-1");
    }

    @Test
    void a_service_across_regions_that_is_visible_from_both_is_found() {
        aws.answer(ASKED, services(OF_GIT));

        assertThat(discovery().find(connection("acme/orders")).owner()).isEqualTo(OF_GIT);
    }

    @Test
    void nothing_is_asked_with_the_credentials_of_another_account() throws IOException {
        try (AwsStub others = new AwsStub("999900001111")) {
            others.answer(ASKED, services(OF_GIT));
            AwsAccess access = AwsAccess.local(others.endpoint(), AccountId.parse("999900001111"));

            assertThatThrownBy(() -> new Discovery(access, FLEET).find(connection("acme/git")))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("name a profile of that account");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "com.amazonaws.vpce.us-west-2.vpce-svc-0123456789abcdef0, usw2-az4 usw2-az2 usw2-az3 usw2-az1, usw2-az1 usw2-az2",
        "com.amazonaws.vpce.us-west-2.vpce-svc-0123456789abcdef0, usw2-az4 usw2-az3 usw2-az2, usw2-az2 usw2-az3",
        "com.amazonaws.vpce.us-west-2.vpce-svc-0123456789abcdef0, usw2-az4, usw2-az4",
        "com.amazonaws.vpce.us-east-1.vpce-svc-0123456789abcdef0, use1-az3 use1-az5 use1-az6, use1-az3 use1-az6",
        "com.amazonaws.vpce.us-east-2.vpce-svc-0123456789abcdef0, use2-az3 use2-az2 use2-az1, use2-az1 use2-az2",
    })
    void two_zones_are_chosen_and_those_of_the_fleet_first(String service, String offered, String chosen) {
        assertThat(discovery().choose(EndpointServiceName.parse(service), in(offered.split(" "))))
                .extracting(Object::toString)
                .containsExactly(chosen.split(" "));
    }

    @Test
    void fails_where_aws_shows_no_zone() {
        EndpointServiceName name =
                connection("acme/git").address().serviceName().value();

        assertThatThrownBy(() -> discovery().choose(name, in()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("AWS shows no zone of ");
    }

    @Test
    void given_zones_have_to_be_the_services_unless_privatelink_crosses_regions() {
        aws.answer("DescribeAvailabilityZones", zones("euc1-az1", "euc1-az2"));
        Discovery discovery = discovery();

        assertThatCode(() -> discovery.requireOffered(connection("acme/git"), in("euw1-az2", "euw1-az1")))
                .doesNotThrowAnyException();
        assertThatCode(() -> discovery.requireOffered(connection("acme/orders"), in("use2-az1")))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> discovery.requireOffered(connection("acme/git"), in("euw1-az1", "euw1-az3")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("is not in euw1-az2 but in [euw1-az1, euw1-az3]; choose from those zones");
    }

    @Test
    void zones_across_regions_have_to_exist_where_the_endpoint_is() {
        aws.answer("DescribeAvailabilityZones", zones("euc1-az1", "euc1-az3"));

        assertThatThrownBy(() -> discovery().requireOffered(connection("acme/orders"), in()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("eu-central-1 has no zone euc1-az2, but [euc1-az1, euc1-az3]; choose from those");
    }

    @Test
    void so_do_zones_of_a_service_whose_own_aws_does_not_show() {
        aws.answer("DescribeAvailabilityZones", zones("euw1-az1", "euw1-az2"));

        assertThatCode(() -> discovery().requireOffered(connection("acme/git"), in()))
                .doesNotThrowAnyException();
    }

    private static String zones(String... ids) {
        String items = Stream.of(ids)
                .map("<item><zoneId>%s</zoneId></item>"::formatted)
                .collect(Collectors.joining());
        return "<DescribeAvailabilityZonesResponse xmlns=\"%s\"><availabilityZoneInfo>%s</availabilityZoneInfo></DescribeAvailabilityZonesResponse>"
                .formatted(EC2, items);
    }
}
