package com.elementarydata.privatelink.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.elementarydata.privatelink.net.EndpointServiceName;
import com.elementarydata.privatelink.net.Region;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DatabricksServicesTest {

    private static final Region FRANKFURT = Region.parse("eu-central-1");
    private static final Region STOCKHOLM = Region.parse("eu-north-1");

    private final DatabricksServices catalogue = DatabricksServices.catalogue();

    @Test
    void knows_the_workspace_service_of_a_region_and_none_where_there_is_none() {
        assertThat(catalogue.in(FRANKFURT))
                .hasValue(EndpointServiceName.parse("com.amazonaws.vpce.eu-central-1.vpce-svc-081f78503812597f7"));
        assertThat(catalogue.in(STOCKHOLM)).isEmpty();
    }

    @Test
    void is_replaced_and_completed_by_what_the_network_says() {
        EndpointServiceName newer = new EndpointServiceName(FRANKFURT, "vpce-svc-0123456789abcdef0");
        EndpointServiceName added = new EndpointServiceName(STOCKHOLM, "vpce-svc-0123456789abcdef1");

        DatabricksServices services = catalogue.overriddenBy(Map.of(FRANKFURT, newer, STOCKHOLM, added));

        assertThat(services.in(FRANKFURT)).hasValue(newer);
        assertThat(services.in(STOCKHOLM)).hasValue(added);
        assertThat(services.in(Region.parse("us-east-1"))).isEqualTo(catalogue.in(Region.parse("us-east-1")));
        assertThat(catalogue.in(STOCKHOLM)).isEmpty();
    }
}
