package com.elementarydata.privatelink.aws;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What each verb of the command line asks AWS for. Each reader says what it asks for itself. */
public final class Permissions {

    /** By the words that a verb is typed with. */
    public static final Map<String, List<Permission>> OF_VERBS;

    static {
        Map<String, List<Permission>> verbs = new LinkedHashMap<>();
        verbs.put("status", Permission.all(AwsAccess.OWN, EnabledRegions.ASKED, DeployedFleet.ASKED));
        verbs.put(
                "plan",
                Permission.all(
                        PathReader.PRECONDITIONS,
                        QuotaReader.ASKED,
                        AvailabilityZones.ASKED,
                        Stacks.ALL,
                        Stacks.TEMPLATES));
        verbs.put("add", Permission.all(AwsAccess.OWN, EndpointServices.ASKED, AvailabilityZones.ASKED));
        verbs.put(
                "offboard",
                Permission.all(
                        AwsAccess.OWN,
                        EnabledRegions.ASKED,
                        Stacks.NAMED,
                        Endpoints.ASKED,
                        EndpointMetrics.ASKED,
                        ZoneReader.OF_VPC));
        verbs.put("init", EstateReader.ASKED);
        verbs.put("inventory", EstateReader.ASKED);
        verbs.put("adopt", EstateReader.ASKED);
        verbs.put("diagnose", PathReader.ASKED);
        verbs.put("runbook", Permission.all(AwsAccess.OWN, Stacks.NAMED, Stacks.TEMPLATES, Endpoints.ASKED));
        verbs.put("provider check", ProviderReader.ASKED);
        verbs.put("provider accept", EndpointServiceConnections.ASKED);
        OF_VERBS = Collections.unmodifiableMap(verbs);
    }

    private Permissions() {}

    /** The actions that a verb needs, sorted. */
    public static List<String> actions(String verb) {
        return Permission.actions(Objects.requireNonNull(OF_VERBS.get(verb), verb));
    }

    /** Whether an action only reads. */
    public static boolean isReading(String action) {
        return action.contains(":Describe") || action.contains(":Get") || action.contains(":List");
    }
}
