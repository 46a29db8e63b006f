package io.weir.paymentgateways.sandbox;

import io.weir.kernel.api.Refusal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How the sandbox misbehaves, as real providers do. {@code delay}: seconds before a notice leaves. {@code duplicates}:
 * how often each is sent once more. {@code reorder}: what happened last is told first, and that it began is told at the
 * end. {@code lost}: nothing is told; whoever asks is answered. {@code badSignature}: the first try is signed wrongly.
 * {@code amountOff}: minor units that come beyond what was asked for, negative for too little.
 * As text: {@code delay=30,lost=on}.
 */
record Script(int delay, int duplicates, boolean reorder, boolean lost, boolean badSignature, long amountOff,
        RefundCourse refunds) {
    static final Script GOOD = new Script(0, 0, false, false, false, 0, RefundCourse.COMPLETED);
    private static final int LONGEST_DELAY = 86_400;
    private static final int MOST_DUPLICATES = 10;
    private static final int FURTHEST_OFF = 1_000_000_000;

    /** What becomes of a refund: at once, or told later; REFUSED and FAILING give nothing back. */
    enum RefundCourse { COMPLETED, PENDING, REFUSED, FAILING }

    /** Members by the names that forms and settings use; the usual ones are left out. */
    Map<String, String> members() {
        var all = everything();
        var usual = GOOD.everything();
        all.entrySet().removeIf(member -> usual.get(member.getKey()).equals(member.getValue()));
        return all;
    }

    String text() {
        return members().entrySet().stream().map(member -> member.getKey() + "=" + member.getValue())
                .collect(Collectors.joining(","));
    }

    /** Refused: {@code VALIDATION_FAILED} for a member that does not exist or a value that it can't have. */
    static Script of(String text) {
        var members = new LinkedHashMap<String, String>();
        Arrays.stream(text.split("[,\\s]+")).filter(part -> !part.isEmpty()).forEach(part -> {
            int equals = part.indexOf('=');
            members.put(equals < 0 ? part : part.substring(0, equals), equals < 0 ? "on" : part.substring(equals + 1));
        });
        return GOOD.with(members);
    }

    /** The same but for these members; the rest of them is refused as in {@link #of}. */
    Script with(Map<String, String> members) {
        var known = everything();
        members.keySet().stream().filter(name -> !known.containsKey(name)).findFirst().ifPresent(name -> {
            throw Refusal.invalidField(name, "NOT_AN_OPTION").asException();
        });
        known.putAll(members);
        return new Script((int) number(known, "delay", 0, LONGEST_DELAY),
                (int) number(known, "duplicates", 0, MOST_DUPLICATES), flag(known, "reorder"), flag(known, "lost"),
                flag(known, "bad_signature"), number(known, "amount_off", -FURTHEST_OFF, FURTHEST_OFF),
                course(known.get("refunds")));
    }

    private Map<String, String> everything() {
        var all = new LinkedHashMap<String, String>();
        all.put("delay", Integer.toString(delay));
        all.put("duplicates", Integer.toString(duplicates));
        all.put("reorder", reorder ? "on" : "off");
        all.put("lost", lost ? "on" : "off");
        all.put("bad_signature", badSignature ? "on" : "off");
        all.put("amount_off", Long.toString(amountOff));
        all.put("refunds", refunds.name().toLowerCase(Locale.ROOT));
        return all;
    }

    private static long number(Map<String, String> members, String name, long least, long most) {
        try {
            return Optional.of(Long.parseLong(members.get(name))).filter(n -> n >= least && n <= most)
                    .orElseThrow(() -> Refusal.invalidField(name, "NOT_AN_OPTION").asException());
        } catch (NumberFormatException e) {
            throw Refusal.invalidField(name, "NOT_AN_OPTION").asException();
        }
    }

    private static boolean flag(Map<String, String> members, String name) {
        return switch (members.get(name)) {
            case "on", "true" -> true;
            case "off", "false" -> false;
            default -> throw Refusal.invalidField(name, "NOT_AN_OPTION").asException();
        };
    }

    private static RefundCourse course(String word) {
        return Arrays.stream(RefundCourse.values())
                .filter(course -> course.name().toLowerCase(Locale.ROOT).equals(word)).findFirst()
                .orElseThrow(() -> Refusal.invalidField("refunds", "NOT_AN_OPTION").asException());
    }
}
