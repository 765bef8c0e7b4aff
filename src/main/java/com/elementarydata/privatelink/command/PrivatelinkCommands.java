package com.elementarydata.privatelink.command;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Commands of this command line, to be pasted where it was started. */
public final class PrivatelinkCommands {

    private PrivatelinkCommands() {}

    /** Accepts an endpoint, whether it waits or was rejected; with the credentials of the service's owner. */
    public static String accept(String serviceName, String endpointId) {
        return line("provider accept --service-name %s --endpoint-id %s", serviceName, endpointId);
    }

    /** Checks some ports of an endpoint service for a diagnosis; with the credentials of the service's owner. */
    public static String check(String serviceName, Collection<Integer> ports) {
        String some = ports.stream().map(String::valueOf).collect(Collectors.joining(","));
        return line("provider check --json --service-name %s --port %s", serviceName, some);
    }

    /** Says what is left of a customer. */
    public static String offboard(String customer) {
        return line("offboard %s", customer);
    }

    /** Says how stacks take over what exists of a Region or a customer. */
    public static String adopt(String subject) {
        return line("adopt %s", subject);
    }

    /**
     * Compares the files with AWS.
     *
     * @param folder the fleet folder
     * @param customers the ids of some; of all where none is named
     */
    public static String livePlan(Path folder, List<String> customers) {
        return line("plan --live" + " %s".repeat(customers.size()), customers.toArray(String[]::new))
                + FleetSearch.option(folder);
    }

    private static String line(String verb, String... words) {
        return Program.name() + " " + Quoted.line(verb, List.of(words));
    }
}
