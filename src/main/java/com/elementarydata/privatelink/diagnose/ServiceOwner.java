package com.elementarydata.privatelink.diagnose;

/**
 * Whose an endpoint service is, and who accepts endpoints there: the one place that knows who must act on the other side.
 *
 * @param acceptance how an endpoint is accepted
 * @param vendor the vendor's name; of no meaning where the service is the customer's
 */
record ServiceOwner(Acceptance acceptance, String vendor) {

    /** How an endpoint is accepted. */
    enum Acceptance {
        /** The customer owns the service, and accepts. */
        CUSTOMER,
        /** The customer registers the endpoint with the vendor, which then accepts by itself. */
        REGISTRATION,
        /** The vendor's support accepts when it is asked. */
        VENDOR_SUPPORT
    }

    /** The customer, whose provider check cannot be about anybody else. */
    static final ServiceOwner CUSTOMER = new ServiceOwner(Acceptance.CUSTOMER, "");

    static ServiceOwner of(ExpectedPath path) {
        if (path.hostedByCustomer()) {
            return CUSTOMER;
        }
        String key = path.integration();
        return new ServiceOwner(
                key.equals("databricks") ? Acceptance.REGISTRATION : Acceptance.VENDOR_SUPPORT,
                Character.toUpperCase(key.charAt(0)) + key.substring(1));
    }

    boolean isCustomer() {
        return acceptance == Acceptance.CUSTOMER;
    }

    /** Who runs the service, and all that is behind it. */
    Party party() {
        return isCustomer() ? Party.CUSTOMER : Party.VENDOR;
    }

    /** Who must act so that an endpoint is accepted. */
    Party acceptor() {
        return acceptance == Acceptance.VENDOR_SUPPORT ? Party.VENDOR : Party.CUSTOMER;
    }

    /** Whom to ask where only the vendor sees. */
    String support() {
        return "%s's support".formatted(vendor);
    }
}
