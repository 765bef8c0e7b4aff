package com.elementarydata.privatelink.operation.onboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.elementarydata.privatelink.FleetCopy;
import com.elementarydata.privatelink.aws.AwsAccess;
import com.elementarydata.privatelink.cli.AwsStub;
import com.elementarydata.privatelink.config.ConnectionText;
import com.elementarydata.privatelink.dns.DnsResolver;
import com.elementarydata.privatelink.dns.TinyDns;
import com.elementarydata.privatelink.integration.Keys;
import com.elementarydata.privatelink.integration.TcpService;
import com.elementarydata.privatelink.model.DnsState;
import com.elementarydata.privatelink.model.Identifier;
import com.elementarydata.privatelink.model.Refusal;
import com.elementarydata.privatelink.net.AccountId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A connection of a new customer that is added with what AWS and a resolver say of it. */
class AdditionTest {

    private static final String OWN = "743289191656";
    private static final String SERVICE = "com.amazonaws.vpce.eu-west-1.vpce-svc-0ee55ff6600771188";
    private static final String GIT = "git.gum.example";

    @TempDir
    private Path folder;

    private final List<String> out = new ArrayList<>();
    private final List<String> err = new ArrayList<>();
    private FleetCopy fleet;
    private AwsStub aws;
    private TinyDns dns;

    @BeforeEach
    void start() throws IOException {
        fleet = FleetCopy.in(folder);
        aws = new AwsStub(OWN);
        dns = new TinyDns().with(GIT, "203.0.113.7");
    }

    @AfterEach
    void stop() throws IOException {
        dns.close();
        aws.close();
    }

    private void offer(String... zones) {
        String items = String.join(
                "", Stream.of(zones).map("<item>%s</item>"::formatted).toList());
        aws.answer("DescribeVpcEndpointServices", """
                <DescribeVpcEndpointServicesResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><serviceDetailSet>
                <item><serviceName>%s</serviceName><owner>678901234567</owner>
                <availabilityZoneIdSet>%s</availabilityZoneIdSet></item></serviceDetailSet>
                </DescribeVpcEndpointServicesResponse>""".formatted(SERVICE, items));
    }

    private static ConnectionText git() {
        ConnectionText text = new ConnectionText(TcpService.INTEGRATION);
        text.write(Keys.REGION, List.of("eu-west-1"), "--region");
        text.write(Keys.AWS_ACCOUNT_ID, List.of("678901234567"), "--aws-account-id");
        text.write(Keys.SERVICE_NAME, List.of(SERVICE), "--service-name");
        text.write(Keys.HOSTNAMES, List.of(GIT), "--hostname");
        text.write(Keys.PORTS, List.of(443), "--port");
        return text.text("dns", Optional.of(DnsState.PREPARED), "--dns").id("git");
    }

    private void add(ConnectionText text, Optional<AwsAccess> access, boolean dryRun) throws IOException {
        new Addition(
                        FleetDraft.of(fleet.folder(), Identifier.parse("gum")),
                        text,
                        "--availability-zone-ids",
                        out::add,
                        err::add)
                .run(access, DnsResolver.at(dns.address()), false, dryRun);
    }

    private Optional<AwsAccess> access() {
        return Optional.of(AwsAccess.local(aws.endpoint(), AccountId.parse(OWN)));
    }

    private Path file() {
        return fleet.folder().resolve("customers/gum.yaml");
    }

    @Test
    void zones_are_chosen_of_those_that_aws_says_and_names_are_asked_for() throws IOException {
        offer("euw1-az3", "euw1-az1", "euw1-az2");

        add(git(), access(), false);

        assertThat(out)
                .startsWith(
                        SERVICE + " belongs to the account 678901234567 and is in euw1-az1, euw1-az2, euw1-az3",
                        "chose euw1-az1, euw1-az2; choose others with --availability-zone-ids")
                .contains("new domain in the fleet: gum.example; make sure that it belongs to this customer")
                .contains("no DNS yet: set `dns: active` once the connection is accepted");
        assertThat(err).singleElement().asString().contains(GIT + " points to 203.0.113.7 today");
        assertThat(Files.readString(file())).contains("availabilityZoneIds: [euw1-az1, euw1-az2]");
    }

    @Test
    void a_name_that_nobody_resolves_yet_is_as_expected() throws IOException {
        offer("euw1-az1", "euw1-az2");
        try (TinyDns unknown = new TinyDns()) {
            new Addition(
                            FleetDraft.of(fleet.folder(), Identifier.parse("gum")),
                            git(),
                            "--availability-zone-ids",
                            out::add,
                            err::add)
                    .run(access(), DnsResolver.at(unknown.address()), false, true);
        }

        assertThat(err).isEmpty();
        assertThat(out).anyMatch(line -> line.startsWith(GIT + " does not resolve today, as "));
    }

    @Test
    void given_zones_stay_where_the_service_is_in_them() throws IOException {
        offer("euw1-az3", "euw1-az1", "euw1-az2");

        add(git().texts("availabilityZoneIds", List.of("euw1-az2", "euw1-az3"), "--zones"), access(), true);

        assertThat(out).noneMatch(line -> line.startsWith("chose ")).last().isEqualTo("dry run: nothing was written");
        assertThat(file()).doesNotExist();
    }

    @Test
    void fails_where_the_service_is_not_in_a_given_zone_and_writes_nothing() {
        offer("euw1-az1");

        assertThatThrownBy(() -> add(
                        git().texts("availabilityZoneIds", List.of("euw1-az1", "euw1-az2"), "--zones"),
                        access(),
                        false))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("is not in euw1-az2 but in [euw1-az1]");
        assertThat(file()).doesNotExist();
    }

    @Test
    void aws_is_asked_nothing_about_a_connection_that_is_wrong_without_it() {
        ConnectionText wrong = git().texts("availabilityZoneIds", List.of("use1-az1"), "--zones");

        assertThatThrownBy(() -> add(wrong, access(), false)).isInstanceOf(Refusal.class);
        assertThat(out).isEmpty();
    }

    @Test
    void zones_are_needed_where_aws_is_not_asked() {
        assertThatThrownBy(() -> add(git(), Optional.empty(), false))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("availabilityZoneIds");
        assertThat(file()).doesNotExist();
    }
}
