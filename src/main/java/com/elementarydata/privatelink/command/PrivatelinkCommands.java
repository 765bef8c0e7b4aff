package com.elementarydata.privatelink.command;

/** Commands of this project's own command line, to be pasted in the project's folder. */
public final class PrivatelinkCommands {

    private static final String PROGRAM = "bin/privatelink";

    private PrivatelinkCommands() {}

    /** Accepts an endpoint, whether it waits or was rejected; with the credentials of the service's owner. */
    public static String accept(String serviceName, String endpointId) {
        return Quoted.command(
                PROGRAM, "provider", "accept", "--service-name", serviceName, "--endpoint-id", endpointId);
    }

    /** Checks an endpoint service for a diagnosis; with the credentials of the service's owner. */
    public static String check(String serviceName) {
        return Quoted.command(PROGRAM, "provider", "check", "--json", "--service-name", serviceName);
    }

    /** Says what is left of a customer. */
    public static String offboard(String customer) {
        return Quoted.command(PROGRAM, "offboard", customer);
    }
}
