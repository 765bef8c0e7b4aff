package com.elementarydata.privatelink.aws;

import com.elementarydata.privatelink.net.AccountId;
import com.elementarydata.privatelink.net.AvailabilityZoneId;
import java.util.List;

/**
 * An endpoint service, as an account sees it that may connect.
 *
 * @param owner whose it is
 * @param availabilityZoneIds the zones it is in, sorted
 */
public record OfferedService(AccountId owner, List<AvailabilityZoneId> availabilityZoneIds) {}
