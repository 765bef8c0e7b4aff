package com.elementarydata.privatelink.aws;

import com.google.common.collect.Sets;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * Refuses answers that are not AWS's, before anything is read out of them: those of a proxy, of a captive portal, or of
 * whatever else an endpoint's address leads to. The SDK takes each of them for an answer in which nothing was found.
 */
final class ForeignAnswers implements ExecutionInterceptor {

    private static final int PROXY_AUTHENTICATION_REQUIRED = 407;
    private static final int FIRST_REDIRECTION = 300;
    private static final int FIRST_ERROR = 400;
    private static final int LARGEST = 64 << 20;
    private static final int BEGINNING = 1000;
    private static final Pattern PAGE = Pattern.compile("<(!doctype )?html", Pattern.CASE_INSENSITIVE);

    /** What every answer may have, whatever was asked. */
    private static final Set<String> OF_ANY = Set.of("requestId", "ResponseMetadata");

    private static final ExecutionAttribute<List<String>> MEMBERS = new ExecutionAttribute<>("MembersOfAnswer");

    @Override
    public void afterTransmission(Context.AfterTransmission context, ExecutionAttributes attributes) {
        String host = context.httpRequest().host();
        int status = context.httpResponse().statusCode();
        if (status == PROXY_AUTHENTICATION_REQUIRED) {
            throw ForeignAnswerException.saying("a proxy before %s wants credentials (HTTP 407)".formatted(host));
        }
        if (status >= FIRST_REDIRECTION && status < FIRST_ERROR) {
            throw ForeignAnswerException.saying(
                    "%s leads elsewhere (HTTP %d), as a captive portal does".formatted(host, status));
        }
    }

    private static String header(SdkHttpResponse answer, String name) {
        return answer.firstMatchingHeader(name).orElse("").toLowerCase(Locale.ROOT);
    }

    @Override
    public Optional<InputStream> modifyHttpResponseContent(
            Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
        if (!context.httpResponse().isSuccessful()) {
            return context.responseBody();
        }
        String host = context.httpRequest().host();
        byte[] body = whole(context);
        if (body.length == 0 || body.length > LARGEST) {
            throw ForeignAnswerException.saying(
                    "%s gave %s".formatted(host, body.length == 0 ? "an empty answer" : "an answer without an end"));
        }
        // a binary form of AWS's own is nobody else's
        if (!header(context.httpResponse(), "Content-Type").contains("cbor")) {
            String operation = String.valueOf(attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME));
            List<String> members = AnswerMembers.of(operation, isJson(context.httpRequest()), body)
                    .orElseThrow(() -> ForeignAnswerException.saying(
                            isPage(body)
                                    ? "%s answered with a web page, as a captive portal or a proxy does".formatted(host)
                                    : "%s gave no answer to %s".formatted(host, operation)));
            attributes.putAttribute(MEMBERS, members);
        }
        return Optional.of(new ByteArrayInputStream(body));
    }

    private static boolean isPage(byte[] body) {
        return PAGE.matcher(new String(body, 0, Math.min(body.length, BEGINNING), StandardCharsets.US_ASCII))
                .find();
    }

    private static boolean isJson(SdkHttpRequest request) {
        return request.firstMatchingHeader("Content-Type").orElse("").contains("json");
    }

    /** One that was cut is asked for again, as any that was not reached. */
    private static byte[] whole(Context.ModifyHttpResponse context) {
        try {
            InputStream stream = context.responseBody().orElseGet(InputStream::nullInputStream);
            byte[] body = stream.readNBytes(LARGEST + 1);
            String length = header(context.httpResponse(), "Content-Length");
            if (body.length < LARGEST && !length.isEmpty() && !length.equals(String.valueOf(body.length))) {
                throw new EOFException("the answer was cut after %d of %s bytes".formatted(body.length, length));
            }
            return body;
        } catch (IOException cut) {
            throw SdkClientException.create("the answer was cut", cut);
        }
    }

    /** An answer to another question, or of a program that answers alike, has nothing of what was asked. */
    @Override
    public void afterUnmarshalling(Context.AfterUnmarshalling context, ExecutionAttributes attributes) {
        Set<String> said =
                Set.copyOf(Optional.ofNullable(attributes.getAttribute(MEMBERS)).orElse(List.of()));
        Set<String> asked = context.response().sdkFields().stream()
                .map(SdkField::unmarshallLocationName)
                .collect(Collectors.toSet());
        Set<String> told = Sets.difference(said, OF_ANY);
        if (!asked.isEmpty()
                && !told.isEmpty()
                && Sets.intersection(told, asked).isEmpty()) {
            throw ForeignAnswerException.saying("%s answered something else than was asked"
                    .formatted(context.httpRequest().host()));
        }
    }
}
