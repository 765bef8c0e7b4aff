package com.elementarydata.privatelink.provider;

import java.util.List;

/** Values that the construct takes no token for, and that stand in the templates where parameters belong. */
final class StandIn {

    static final List<Integer> PORTS = List.of(61_001, 61_002, 61_003, 61_004);
    static final String HEALTH_CHECK_PORT = "61009";
    static final String REGION = "ap-northeast-3";
    static final String ZONE = "apne3-az1";
    static final String HOSTNAME = "hostname.stand-in.example";

    /** Not made up, but what the integration is called where it is known. */
    static final String GITHUB_ENTERPRISE_SERVER = "github-enterprise-server";

    private StandIn() {}
}
