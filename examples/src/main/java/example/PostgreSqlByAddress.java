package example;

import com.elementarydata.privatelink.construct.CustomerEndpointService;
import java.util.List;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.elasticloadbalancingv2.targets.IpTarget;

/** A PostgreSQL by address: one in the VPC, and its standby on premises. */
final class PostgreSqlByAddress {

    private PostgreSqlByAddress() {}

    static void define(Stack stack) {
        CustomerEndpointService.forElementary(stack, "Database")
                .vpc(ExistingVpc.in(stack))
                .ports(List.of(5432))
                .targets(List.of(new IpTarget("10.20.4.5"), new IpTarget("192.168.4.5")))
                .hostnames(List.of("db.acme.example"))
                .build();
    }
}
