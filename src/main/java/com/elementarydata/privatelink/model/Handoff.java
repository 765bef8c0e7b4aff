package com.elementarydata.privatelink.model;

import com.elementarydata.privatelink.integration.Integration;
import com.elementarydata.privatelink.net.AccountId;
import com.elementarydata.privatelink.net.AvailabilityZoneId;
import java.util.List;

/**
 * What a customer gives to Elementary.
 *
 * @param integration the kind of service
 * @param awsAccountId the customer's account
 * @param address where the service is reached
 * @param availabilityZoneIds the zones that the service is in, if known
 */
public record Handoff(
        Integration integration,
        AccountId awsAccountId,
        ServiceAddress address,
        List<AvailabilityZoneId> availabilityZoneIds) {}
