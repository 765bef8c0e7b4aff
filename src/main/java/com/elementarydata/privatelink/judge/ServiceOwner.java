package com.elementarydata.privatelink.judge;

import com.elementarydata.privatelink.fleet.ExpectedPath;
import com.elementarydata.privatelink.integration.Acceptance;
import com.elementarydata.privatelink.integration.Integration;
import com.elementarydata.privatelink.integration.Integrations;
import com.elementarydata.privatelink.model.Party;
import java.util.Optional;

/**
 * Whose an endpoint service is, and who accepts endpoints there: the one place that knows who must act on the other side.
 *
 * @param acceptance how an endpoint is accepted
 * @param vendor the vendor's name; of no meaning where the service is the customer's
 */
public record ServiceOwner(Acceptance acceptance, String vendor) {

    /** The customer, whom a provider check is always about. */
    public static final ServiceOwner CUSTOMER = new ServiceOwner(Acceptance.CUSTOMER, "");

    /** A vendor who serves many customers with a service that any of them could host, and with which endpoints are registered. */
    private static final ServiceOwner SHARED = new ServiceOwner(Acceptance.REGISTRATION, "the vendor");

    public static ServiceOwner of(ExpectedPath path) {
        if (path.hostedByCustomer()) {
            return CUSTOMER;
        }
        Optional<Integration> known = Integrations.of(path.integration());
        if (known.filter(Integration::isHostedByCustomer).isPresent()) {
            return SHARED;
        }
        return new ServiceOwner(
                known.map(Integration::acceptance).orElse(Acceptance.VENDOR_SUPPORT),
                known.map(Integration::title).orElse(path.integration()));
    }

    public boolean isCustomer() {
        return acceptance == Acceptance.CUSTOMER;
    }

    /** Who runs the service, and all that is behind it. */
    public Party party() {
        return isCustomer() ? Party.CUSTOMER : Party.VENDOR;
    }

    /** Who must act so that an endpoint is accepted. */
    Party acceptor() {
        return acceptance == Acceptance.VENDOR_SUPPORT ? Party.VENDOR : Party.CUSTOMER;
    }

    /** Whom to ask where only the vendor sees. */
    public String support() {
        return "%s's support".formatted(vendor);
    }
}
