package com.elementarydata.privatelink.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.elementarydata.privatelink.cli.AwsStub;
import com.elementarydata.privatelink.net.AccountId;
import com.elementarydata.privatelink.net.Region;
import com.elementarydata.privatelink.observed.Reading;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;

/** What is read of several Regions where some of them refuse. */
class EnabledRegionsTest {

    private static final Region FRANKFURT = Region.parse("eu-central-1");
    private static final Region IRELAND = Region.parse("eu-west-1");
    private static final Region OREGON = Region.parse("us-west-2");
    private static final EnabledRegions REGIONS =
            new EnabledRegions(new TreeSet<>(List.of(FRANKFURT, IRELAND)), new TreeSet<>(List.of(OREGON)));

    private static AwsServiceException refusal(String code) {
        return Ec2Exception.builder()
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode(code)
                        .errorMessage("no")
                        .build())
                .build();
    }

    private static SortedMap<Region, Reading<String>> read(Region denied) {
        return REGIONS.read(region -> {
            if (region.equals(denied)) {
                throw refusal("AccessDenied");
            }
            return "read";
        });
    }

    @Test
    void a_region_that_denies_or_is_off_leaves_the_others_as_they_are() {
        SortedMap<Region, Reading<String>> readings = read(IRELAND);

        assertThat(readings)
                .containsEntry(FRANKFURT, Reading.of("read"))
                .containsEntry(IRELAND, Reading.refused("AWS refused eu-west-1: no (AccessDenied)"))
                .containsEntry(OREGON, Reading.refused("us-west-2 is not enabled in this account"));
        assertThat(EnabledRegions.notRead(readings))
                .containsExactly(
                        "AWS refused eu-west-1: no (AccessDenied); nothing of it was read",
                        "us-west-2 is not enabled in this account; nothing of it was read");
    }

    @Test
    void where_all_regions_deny_it_is_no_matter_of_regions() {
        AwsServiceException denial = refusal("AccessDenied");

        assertThatThrownBy(() -> REGIONS.read(region -> {
                    throw denial;
                }))
                .isSameAs(denial);
    }

    @Test
    void any_other_refusal_is_thrown() {
        AwsServiceException throttled = refusal("Throttling");

        assertThatThrownBy(() -> REGIONS.read(region -> {
                    if (region.equals(IRELAND)) {
                        throw throttled;
                    }
                    return "read";
                }))
                .isSameAs(throttled);
    }

    @Test
    void nothing_is_denied_where_no_region_is_asked() {
        EnabledRegions none = new EnabledRegions(new TreeSet<>(), new TreeSet<>(List.of(OREGON)));

        assertThat(none.read(region -> "read")).containsOnlyKeys(OREGON);
    }

    @Test
    void all_regions_are_those_that_the_account_has_opted_in_to_or_need_not() throws Exception {
        try (AwsStub aws = new AwsStub("743289191656")) {
            aws.answer("DescribeRegions", """
                    <DescribeRegionsResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><regionInfo>
                    <item><regionName>eu-central-1</regionName><optInStatus>opt-in-not-required</optInStatus></item>
                    <item><regionName>me-south-1</regionName><optInStatus>opted-in</optInStatus></item>
                    <item><regionName>af-south-1</regionName><optInStatus>not-opted-in</optInStatus></item>
                    </regionInfo></DescribeRegionsResponse>""");
            AwsAccess access = AwsAccess.local(aws.endpoint(), AccountId.parse("743289191656"));

            EnabledRegions all = EnabledRegions.all(access, FRANKFURT);

            assertThat(all.enabled()).containsExactly(FRANKFURT, Region.parse("me-south-1"));
            assertThat(all.disabled()).isEmpty();
        }
    }
}
