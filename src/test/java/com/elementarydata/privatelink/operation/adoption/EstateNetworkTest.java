package com.elementarydata.privatelink.operation.adoption;

import static com.elementarydata.privatelink.operation.adoption.HandMade.PEERING;
import static com.elementarydata.privatelink.operation.adoption.HandMade.UNTAGGED;
import static com.elementarydata.privatelink.operation.adoption.HandMade.abroad;
import static com.elementarydata.privatelink.operation.adoption.HandMade.facts;
import static com.elementarydata.privatelink.operation.adoption.HandMade.git;
import static com.elementarydata.privatelink.operation.adoption.HandMade.route;
import static com.elementarydata.privatelink.operation.adoption.HandMade.table;
import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.config.CustomerMapping;
import com.elementarydata.privatelink.observed.EstateFacts;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What network.yaml says of production and its routes. */
class EstateNetworkTest {

    private static String text(EstateFacts facts) {
        return new EstateNetwork(facts, EstateRegions.of(Estate.of(facts, CustomerMapping.none()))).text();
    }

    @Test
    void clients_are_the_subnets_whose_tables_lead_to_regional_vpcs() {
        assertThat(text(facts(abroad(git(UNTAGGED))))).endsWith("""
                account: "743289191656"
                production:
                  region: eu-central-1
                  vpcId: vpc-0a1b2c3d4e5f60711
                  cidr: 10.0.0.0/16
                  clientCidrs: [10.0.1.0/24, 10.0.3.0/24]
                  routeTableIds: [rtb-0a1b2c3d4e5f60710, rtb-0a1b2c3d4e5f60711]
                regionalCidrPool: 10.64.0.0/10
                reservedCidrs: [10.80.0.0/16, 192.168.0.0/16]
                """);
    }

    @Test
    void all_subnets_are_clients_where_no_table_leads_anywhere() {
        assertThat(text(facts(
                        "10.0.0.0/16",
                        abroad(),
                        List.of(table("rtb-0a1b2c3d4e5f60710", true, List.of(), route("10.0.0.0/16", "local"))))))
                .contains("clientCidrs: [10.0.1.0/24, 10.0.2.0/24, 10.0.3.0/24]")
                .contains("routeTableIds: [rtb-0a1b2c3d4e5f60710]")
                .doesNotContain("reservedCidrs");
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/16, 10.64.0.0/10",
        "10.64.0.0/16, 10.128.0.0/9",
        "10.0.0.0/8, 172.16.0.0/12",
    })
    void new_regions_get_addresses_that_are_not_productions(String production, String pool) {
        assertThat(text(facts(production, abroad(), List.of()))).contains("regionalCidrPool: %s\n".formatted(pool));
    }

    @Test
    void what_production_routes_elsewhere_is_reserved_unless_it_is_public_or_its_own_or_adopted() {
        assertThat(text(facts(
                        "10.0.0.0/16",
                        abroad(git(UNTAGGED)),
                        List.of(table(
                                "rtb-0a1b2c3d4e5f60710",
                                true,
                                List.of(),
                                route("10.99.0.0/16", "local"),
                                route("10.64.32.0/24", PEERING),
                                route("203.0.113.0/24", "igw-0a1b2c3d4e5f60711"),
                                route("2001:db8::/32", "eigw-0a1b2c3d4e5f60711"),
                                route("10.0.7.0/24", "eni-0a1b2c3d4e5f60711"),
                                route("172.31.0.0/16", "tgw-0a1b2c3d4e5f60711"))))))
                .contains("reservedCidrs: [172.31.0.0/16]\n");
    }
}
