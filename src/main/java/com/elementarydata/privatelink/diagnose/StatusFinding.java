package com.elementarydata.privatelink.diagnose;

/**
 * What is wrong with a connection, beside the state that it is in.
 *
 * @param code which kind of finding
 * @param what what was found
 * @param remedy what to do
 */
public record StatusFinding(Code code, String what, String remedy) {

    /** Kinds of findings. The words are contract. */
    public enum Code {
        /** A stack's last deployment did not do what it was to do. */
        STACK_FAILED("stack-failed"),
        /** The endpoint stands in another VPC than the regional stack says now. */
        VPC_STALE("vpc-stale"),
        /** The endpoint stands in a subnet that the regional stack does not know any more. */
        SUBNETS_STALE("subnets-stale"),
        /** The endpoint has another DNS name than the one that the DNS stack was given. */
        DNS_NAME_STALE("dns-name-stale");

        private final String word;

        Code(String word) {
            this.word = word;
        }

        @Override
        public String toString() {
            return word;
        }
    }

    @Override
    public String toString() {
        return "%s: %s; %s".formatted(code, what, remedy);
    }
}
