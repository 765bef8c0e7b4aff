package com.elementarydata.privatelink.operation.diagnosis;

import static com.elementarydata.privatelink.operation.diagnosis.BrokenWorlds.ABROAD;
import static com.elementarydata.privatelink.operation.diagnosis.BrokenWorlds.GIT;
import static com.elementarydata.privatelink.operation.diagnosis.BrokenWorlds.HOME;
import static com.elementarydata.privatelink.operation.diagnosis.BrokenWorlds.WAREHOUSE;
import static com.elementarydata.privatelink.operation.diagnosis.RecordedWorld.remove;
import static com.elementarydata.privatelink.operation.diagnosis.RecordedWorld.set;

import com.elementarydata.privatelink.operation.diagnosis.RecordedWorld.Change;
import java.util.stream.Stream;

/** Recorded worlds of endpoints, and of what is behind them. */
public final class FarWorlds {

    public static final String ENDPOINT = ABROAD + "/endpoints/value/0/endpoint";
    public static final String ADDRESSES_THERE = ABROAD + "/endpoints/value/0/addresses";
    static final String WAREHOUSES_ENDPOINT = "/facts/networks/us-west-2/endpoints/value/0/endpoint";
    static final String SERVICE = "/facts/services/com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef1/value";

    private static final String WAREHOUSES_SERVICE =
            "/facts/services/com.amazonaws.vpce.us-west-2.vpce-svc-0123456789abcdef0/value";

    private FarWorlds() {}

    static Stream<RecordedWorld> broken() {
        return Stream.of(endpoints(), services(), acceptance(), providers(), here())
                .flatMap(worlds -> worlds);
    }

    private static RecordedWorld git(String words, String named, Change... changes) {
        return RecordedWorld.of(words, GIT, named, changes);
    }

    private static Stream<RecordedWorld> endpoints() {
        return Stream.of(
                git("an endpoint that is gone", "PD307 ELEMENTARY", remove(ABROAD + "/endpoints/value/0")),
                git(
                        "an endpoint of IPv6 alone",
                        "PD206 ELEMENTARY",
                        set(
                                ABROAD + "/endpoints/value/0/addresses",
                                "{\"value\": [\"2001:db8::7\"], \"refusal\": null}")),
                git("an endpoint that is deleted", "PD307 ELEMENTARY", set(ENDPOINT + "/state", "deleted")),
                git(
                        "an endpoint to another service",
                        "PD307 ELEMENTARY",
                        set(ENDPOINT + "/serviceName", "com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef9")));
    }

    private static Stream<RecordedWorld> services() {
        return Stream.of(
                git(
                        "a service that was deleted",
                        "PD401 CUSTOMER",
                        set(SERVICE, "[]"),
                        set(ENDPOINT + "/state", "failed")),
                git(
                        "a service that does not allow the account, and rejected it",
                        "PD401 CUSTOMER",
                        set(SERVICE, "[]"),
                        set(ENDPOINT + "/state", "rejected")),
                RecordedWorld.of(
                        "an account that Snowflake has not authorized",
                        WAREHOUSE,
                        "PD401 VENDOR",
                        set(WAREHOUSES_SERVICE, "[]"),
                        set(WAREHOUSES_ENDPOINT + "/state", "pendingAcceptance")),
                git("a service of another owner", "PD402 ELEMENTARY", set(SERVICE + "/0/owner", "000000000009")),
                git(
                        "a service in one of the endpoint's zones",
                        "PD403 CUSTOMER",
                        set(SERVICE + "/0/zones", "[\"euw1-az1\"]")),
                RecordedWorld.of(
                        "a vendor's service in other zones",
                        WAREHOUSE,
                        "PD403 VENDOR",
                        set(WAREHOUSES_SERVICE + "/0/zones", "[\"usw2-az3\"]")));
    }

    private static Stream<RecordedWorld> acceptance() {
        return Stream.of(
                git("not accepted yet", "PD404 CUSTOMER", set(ENDPOINT + "/state", "pendingAcceptance")),
                git("rejected", "PD404 CUSTOMER", set(ENDPOINT + "/state", "Rejected")),
                git(
                        "rejected, as tried from here",
                        "PD404 CUSTOMER",
                        set(ENDPOINT + "/state", "rejected"),
                        set(ADDRESSES_THERE + "/value", "[]"),
                        here("[]", "timed out", "timed out")),
                git("expired", "PD404 ELEMENTARY", set(ENDPOINT + "/state", "expired")),
                git("failed", "PD404 ELEMENTARY", set(ENDPOINT + "/state", "failed")),
                git("still being made", "PD404 AWS", set(ENDPOINT + "/state", "pending")),
                RecordedWorld.of(
                        "rejected by Snowflake",
                        WAREHOUSE,
                        "PD404 VENDOR",
                        set(WAREHOUSES_ENDPOINT + "/state", "rejected")),
                RecordedWorld.of(
                        "rejected by Databricks, which accepts what the customer registers",
                        "birch/lakehouse",
                        "PD404 CUSTOMER",
                        set("/facts/networks/us-east-1/endpoints/value/0/endpoint/state", "rejected")),
                RecordedWorld.of(
                        "not accepted by Snowflake",
                        WAREHOUSE,
                        "PD404 VENDOR",
                        set(WAREHOUSES_ENDPOINT + "/state", "pendingAcceptance")),
                RecordedWorld.of(
                        "not registered with Databricks",
                        "birch/lakehouse",
                        "PD404 CUSTOMER",
                        set("/facts/networks/us-east-1/endpoints/value/0/endpoint/state", "pendingAcceptance")),
                git(
                        "two faults, on either side",
                        "PD305 ELEMENTARY",
                        remove(HOME + "/routeTables/value/2/routes/3"),
                        set(ENDPOINT + "/state", "pendingAcceptance")));
    }

    private static Stream<RecordedWorld> providers() {
        return Stream.of(
                git("a target that does not answer", "PV109 CUSTOMER", provider(443, "unhealthy", "10.0.0.0/16")),
                git(
                        "a load balancer that may connect to no target",
                        "PV113 CUSTOMER",
                        provider(443, "healthy", "10.0.0.0/16"),
                        set(OUTBOUND, "[]")),
                git(
                        "a load balancer that admits others alone",
                        "PV111 CUSTOMER",
                        provider(443, "healthy", "10.64.0.0/10")),
                git(
                        "a load balancer that listens elsewhere",
                        "PD502 CUSTOMER",
                        provider(8443, "healthy", "10.0.0.0/16")));
    }

    private static Stream<RecordedWorld> here() {
        return Stream.of(
                git("a name that does not resolve", "PD207 ELEMENTARY", here("[]", "does not resolve", "")),
                git(
                        "a name that is public from here",
                        "PD207 ELEMENTARY",
                        here("[\"52.1.2.3\"]", "connected", "trusted")),
                git("a port where nobody answers", "PD503 CUSTOMER", here(ADDRESSES, "timed out", "timed out")),
                git("a certificate for another name", "PD504 CUSTOMER", here(ADDRESSES, "connected", "TLS failed: x")),
                RecordedWorld.of("an OCSP responder that is shut", WAREHOUSE, "PD505 VENDOR", set("/facts/here", """
                                {"answers": {}, "handshakes": {}, "connects":
                                 {"ocsp.acme.us-west-2.privatelink.snowflakecomputing.com:80": "timed out"}}""")));
    }

    /** What its customer's check read of its load balancer, in an older version nothing. */
    static final String OUTBOUND = "/provider/loadBalancers/0/outboundRules";

    /** Those of the endpoint. */
    public static final String ADDRESSES = "[\"10.64.33.22\", \"10.64.34.174\"]";

    public static Change here(String answers, String connect, String handshake) {
        return set("/facts/here", """
                {"answers": {"git.acme.example": %s}, "connects": {"git.acme.example:443": "%s"},
                 "handshakes": {"git.acme.example:443": "%s"}}""".formatted(answers, connect, handshake));
    }

    /** What the customer's own check saw. */
    public static Change provider(int port, String health, String admitted) {
        return set("/provider", """
                {"awsAccountId": "000000000002",
                 "serviceName": "com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef1", "state": "Available",
                 "acceptanceRequired": true, "availabilityZoneIds": ["euw1-az1", "euw1-az2"], "supportedRegions": [],
                 "allowedPrincipals": ["arn:aws:iam::743289191656:root"], "connections": [],
                 "loadBalancers": [{"name": "git", "type": "network", "scheme": "internal",
                   "vpcId": "vpc-1", "crossZone": true,
                   "enforcesInboundRules": true,
                   "inboundRules": [{"protocol": "tcp", "fromPort": 1, "toPort": 65535, "source": "%s"}],
                   "outboundRules": [{"protocol": "-1", "fromPort": -1, "toPort": -1, "source": "0.0.0.0/0"}],
                   "subnets": [{"id": "subnet-1", "availabilityZoneId": "euw1-az1", "vpcId": "vpc-1",
                      "owner": "000000000002", "hasInternetGateway": false},
                     {"id": "subnet-2", "availabilityZoneId": "euw1-az2", "vpcId": "vpc-1",
                      "owner": "000000000002", "hasInternetGateway": false}],
                   "listeners": [{"port": %d, "protocol": "TCP", "targets": [{"id": "i-0123456789abcdef0", "port": 443,
                     "availabilityZoneId": "euw1-az1", "health": "%s", "reason": null}]}]}]}""".formatted(admitted, port, health));
    }
}
