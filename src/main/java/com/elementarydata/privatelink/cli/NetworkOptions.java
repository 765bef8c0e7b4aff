package com.elementarydata.privatelink.cli;

import com.elementarydata.privatelink.config.NetworkText;
import com.elementarydata.privatelink.model.Refusal;
import com.elementarydata.privatelink.net.AccountId;
import com.elementarydata.privatelink.net.Cidr;
import com.elementarydata.privatelink.net.Hostname;
import com.elementarydata.privatelink.net.InvalidValueException;
import com.elementarydata.privatelink.net.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** What a new fleet is told of the production network: by options, by AWS, or by whoever answers. */
final class NetworkOptions {

    private static final String ACCOUNT = "--account";
    private static final String REGION = "--region";
    private static final String VPC = "--vpc";
    private static final String CIDR = "--cidr";
    private static final String CLIENTS = "--client-cidrs";
    private static final String TABLES = "--route-table-ids";
    private static final String POOL = "--pool";
    private static final String RESERVED = "--reserved-cidrs";
    private static final String DOMAINS = "--protected-domains";

    /** How each value is judged by itself; together they are judged as a fleet's. */
    private static final Map<String, Consumer<String>> CHECKS = Map.of(
            ACCOUNT, AccountId::parse,
            REGION, Region::parse,
            VPC, NetworkText::vpcId,
            CIDR, Cidr::parse,
            CLIENTS, Cidr::parse,
            TABLES, NetworkText::routeTableId,
            POOL, Cidr::parse,
            RESERVED, Cidr::parse,
            DOMAINS, Hostname::parse);

    private static final Map<String, String> MEANINGS = Map.of(
            ACCOUNT, "Elementary's AWS account, 12 digits",
            REGION, "the production VPC's Region, such as eu-central-1",
            VPC, "the production VPC, such as vpc-0a1b2c3d4e5f60718",
            CIDR, "the VPC's block, such as 10.0.0.0/16",
            CLIENTS, "the blocks of the subnets that clients are in, such as 10.0.1.0/24,10.0.2.0/24",
            TABLES, "the route tables of those subnets, such as rtb-0a1b2c3d4e5f60711",
            DOMAINS, "domains that production itself uses, such as example.com; Enter for none");

    @Option(names = ACCOUNT, paramLabel = "ID", description = "Elementary's AWS account, 12 digits.")
    private List<String> account = List.of();

    @Option(names = REGION, paramLabel = "REGION", description = "The production VPC's Region.")
    private List<String> region = List.of();

    @Option(names = VPC, paramLabel = "ID", description = "The production VPC.")
    private List<String> vpc = List.of();

    @Option(names = CIDR, paramLabel = "CIDR", description = "The production VPC's block.")
    private List<String> cidr = List.of();

    @Option(
            names = CLIENTS,
            split = ",",
            paramLabel = "CIDR",
            description =
                    "The blocks of the subnets that clients are in. With --live, by default those whose routes lead"
                            + " to no internet gateway.")
    private List<String> clients = List.of();

    @Option(
            names = TABLES,
            split = ",",
            paramLabel = "ID",
            description = "The route tables of those subnets. With --live, by default the ones that they have.")
    private List<String> tables = List.of();

    @Option(
            names = POOL,
            paramLabel = "CIDR",
            description =
                    "A private block that nothing else uses: each Region gets a /20 of it. By default the first of"
                            + " 10.64.0.0/10, 10.128.0.0/9, 10.0.0.0/10 and 172.16.0.0/12 that is free of production's.")
    private List<String> pool = List.of();

    @Option(
            names = RESERVED,
            split = ",",
            paramLabel = "CIDR",
            description = "Blocks that production reaches elsewhere, and that no regional VPC may have. With --live, by"
                    + " default those that its routes name.")
    private List<String> reserved = List.of();

    @Option(
            names = DOMAINS,
            split = ",",
            paramLabel = "DOMAIN",
            description = "Domains that production itself uses, and that no customer may have.")
    private List<String> domains = List.of();

    private final List<String> wrong = new ArrayList<>();

    /** The Region of the VPC that AWS is asked about. */
    Region region(Answers answers) {
        region = needed(answers, REGION, region, List.of());
        vpc = needed(answers, VPC, vpc, List.of());
        require(answers);
        return Region.parse(region.get(0));
    }

    String vpcId() {
        return vpc.get(0);
    }

    /**
     * All of it, by what was given, what AWS says, and answers.
     *
     * @param found what AWS says; empty where it was not asked
     */
    NetworkText network(Answers answers, Optional<NetworkText> found) {
        account = needed(answers, ACCOUNT, account, said(found, network -> List.of(network.account())));
        region = needed(answers, REGION, region, List.of());
        vpc = needed(answers, VPC, vpc, List.of());
        cidr = needed(answers, CIDR, cidr, said(found, network -> List.of(network.cidr())));
        clients = needed(answers, CLIENTS, clients, said(found, NetworkText::clientCidrs));
        tables = needed(answers, TABLES, tables, said(found, NetworkText::routeTableIds));
        domains = checked(DOMAINS, domains.isEmpty() ? answers.maybe(meaning(DOMAINS), check(DOMAINS)) : domains);
        reserved = checked(RESERVED, reserved.isEmpty() ? said(found, NetworkText::reservedCidrs) : reserved);
        require(answers);
        List<String> taken = Stream.of(cidr, reserved).flatMap(List::stream).toList();
        pool = checked(
                POOL, pool.isEmpty() ? NetworkText.poolBeside(taken).stream().toList() : pool);
        require(answers);
        return new NetworkText(
                account.get(0),
                region.get(0),
                vpc.get(0),
                cidr.get(0),
                clients,
                tables,
                pool.get(0),
                reserved,
                domains);
    }

    private static List<String> said(Optional<NetworkText> found, Function<NetworkText, List<String>> what) {
        return found.map(what).orElse(List.of());
    }

    private List<String> needed(Answers answers, String option, List<String> given, List<String> found) {
        List<String> known = given.isEmpty() ? found : given;
        return checked(option, answers.needSome(option, known, meaning(option), check(option)));
    }

    private static String meaning(String option) {
        return Objects.requireNonNull(MEANINGS.get(option), option);
    }

    private static Consumer<String> check(String option) {
        return Objects.requireNonNull(CHECKS.get(option), option);
    }

    private List<String> checked(String option, List<String> values) {
        for (String value : values) {
            try {
                check(option).accept(value);
            } catch (InvalidValueException refused) {
                wrong.add("%s: %s".formatted(option, refused.getMessage()));
            }
        }
        return values;
    }

    /** Reports all that is missing or wrong at once. */
    private void require(Answers answers) {
        answers.requireAll();
        if (!wrong.isEmpty()) {
            throw new Refusal(Refusal.Kind.USAGE, wrong);
        }
    }
}
