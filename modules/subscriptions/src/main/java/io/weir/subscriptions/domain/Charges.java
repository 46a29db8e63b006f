package io.weir.subscriptions.domain;

import io.weir.subscriptions.api.ChargeDraft;
import io.weir.subscriptions.api.ChargeDraft.TierDraft;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;

/** What must be true of a plan's prices for usage. */
final class Charges {
    private static final int MOST_CHARGES = 16;
    private static final int MOST_TIERS = 20;
    private static final int FINEST_DECIMALS = 12;
    private static final long MOST_UNITS = 100_000_000_000_000L;
    private static final BigDecimal MOST = BigDecimal.TEN.pow(12);

    private final String field;
    private final ChargeDraft charge;
    private final Complaints complaints;

    private Charges(String field, ChargeDraft charge, Complaints complaints) {
        this.field = field;
        this.charge = charge;
        this.complaints = complaints;
    }

    static void check(List<ChargeDraft> charges, Complaints complaints) {
        complaints.unless(charges.size() <= MOST_CHARGES, "charges", "OUT_OF_RANGE");
        var meters = new HashSet<String>();
        for (int i = 0; i < charges.size(); i++) {
            var one = new Charges("charges[" + i + "].", charges.get(i), complaints);
            one.check();
            complaints.unless(meters.add(one.charge.meter()), one.field + "meter", "NAME_TAKEN");
        }
    }

    private void check() {
        complaints.unless(PlanContent.isMeter(charge.meter()), field + "meter", "BAD_METER");
        complaints.unless(charge.included() == null || within(charge.included(), 0), field + "included",
                "OUT_OF_RANGE");
        switch (String.valueOf(charge.model())) {
            case ChargeDraft.PER_UNIT -> checkPerUnit();
            case ChargeDraft.GRADUATED, ChargeDraft.VOLUME -> checkTiered();
            case ChargeDraft.PACKAGE -> checkPackages();
            default -> complaints.unless(false, field + "model", "NOT_AN_OPTION");
        }
    }

    private void checkPerUnit() {
        price("unitPrice", charge.unitPrice());
        none("tiers", charge.tiers());
        none("size", charge.size());
        none("price", charge.price());
    }

    private void checkPackages() {
        complaints.unlessWithin(charge.size(), 1, MOST_UNITS, field + "size");
        price("price", charge.price());
        none("tiers", charge.tiers());
        none("unitPrice", charge.unitPrice());
    }

    private void checkTiered() {
        none("unitPrice", charge.unitPrice());
        none("size", charge.size());
        none("price", charge.price());
        var tiers = charge.tiers();
        boolean some = tiers != null && !tiers.isEmpty() && tiers.size() <= MOST_TIERS;
        complaints.unless(some && areRising(tiers), field + "tiers", "BAD_TIERS");
        for (int i = 0; some && i < tiers.size(); i++) {
            price("tiers[" + i + "].unitPrice", tiers.get(i).unitPrice());
            if (tiers.get(i).flat() != null) {
                price("tiers[" + i + "].flat", tiers.get(i).flat());
            }
        }
    }

    private static boolean areRising(List<TierDraft> tiers) {
        long before = 0;
        for (var tier : tiers.subList(0, tiers.size() - 1)) {
            if (tier.upTo() == null || !within(tier.upTo(), before + 1)) {
                return false;
            }
            before = tier.upTo();
        }
        return tiers.get(tiers.size() - 1).upTo() == null;
    }

    private void price(String member, BigDecimal amount) {
        complaints.unless(amount != null, field + member, "REQUIRED");
        if (amount != null) {
            complaints.unless(amount.signum() >= 0, field + member, "NEGATIVE");
            complaints.unless(amount.compareTo(MOST) <= 0, field + member, "OUT_OF_RANGE");
            complaints.unless(amount.scale() <= FINEST_DECIMALS, field + member, "TOO_PRECISE");
        }
    }

    private void none(String member, Object value) {
        complaints.unless(value == null, field + member, "NOT_WITH_MODEL");
    }

    private static boolean within(long units, long least) {
        return units >= least && units <= MOST_UNITS;
    }
}
