package io.weir.webadmin;

import io.weir.billing.api.CouponTerms;
import io.weir.billing.api.CouponTerms.Duration;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A coupon as it is typed, and as the catalogue's file has it. */
public class CouponForm {
    private String code;
    private String name;
    private String worth = "percent";
    private String value;
    private String duration = "once";
    private Integer periods;
    private List<String> plans = new ArrayList<>();
    private Integer maxRedemptions;
    private String lastDay;
    private boolean active = true;
    private Optional<Instant> expiresAt = Optional.empty();
    private String lastDayWas;

    /** A day of the tenant's zone: the coupon is good until it is over. */
    void fill(CouponTerms coupon, ZoneId zone) {
        code = coupon.code();
        name = coupon.name();
        worth = coupon.percent().isPresent() ? "percent" : "amount";
        value = coupon.percent().or(() -> coupon.amount().map(amount -> amount.major())).map(BigDecimal::toPlainString)
                .orElse("");
        duration = coupon.duration().name().toLowerCase(Locale.ROOT);
        periods = coupon.periods().isPresent() ? coupon.periods().getAsInt() : null;
        plans = new ArrayList<>(coupon.plans());
        maxRedemptions = coupon.maxRedemptions().isPresent() ? coupon.maxRedemptions().getAsInt() : null;
        expiresAt = coupon.expiresAt();
        lastDayWas = expiresAt.map(end -> end.minusMillis(1).atZone(zone).toLocalDate().toString()).orElse(null);
        lastDay = lastDayWas;
        active = coupon.active();
    }

    /** Empty when the value is no number without doubt. */
    Optional<BigDecimal> readValue(String currency) {
        return worth.equals("percent") ? Amounts.read(value, "none") : Amounts.read(value, currency);
    }

    /** Empty when the day is none. One that was not touched keeps its moment. */
    Optional<Optional<Instant>> readEnd(ZoneId zone) {
        if (lastDay == null) {
            return Optional.of(Optional.empty());
        }
        return lastDay.equals(lastDayWas) ? Optional.of(expiresAt) : Days.endOf(lastDay, zone).map(Optional::of);
    }

    /** As a member of the file's {@code coupons}; what is absent is left out. */
    Map<String, Object> members(BigDecimal worthOf, Optional<Instant> end) {
        var members = new LinkedHashMap<String, Object>();
        members.put("code", code);
        members.put("name", name);
        members.put(worth.equals("amount") ? "amount" : "percent", worthOf);
        members.put("duration", duration);
        put(members, "periods", isForPeriods() ? periods : null);
        put(members, "plans", plans == null || plans.isEmpty() ? null : List.copyOf(plans));
        put(members, "maxRedemptions", maxRedemptions);
        put(members, "expiresAt", end.map(Instant::toString).orElse(null));
        put(members, "isActive", active ? null : false);
        return members;
    }

    private static void put(Map<String, Object> members, String name, Object value) {
        if (value != null) {
            members.put(name, value);
        }
    }

    private boolean isForPeriods() {
        return duration.equalsIgnoreCase(Duration.PERIODS.name());
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getWorth() {
        return worth;
    }

    public void setWorth(String worth) {
        this.worth = worth;
    }

    public String getValue() {
        return value;
    }

    public void setValue(String value) {
        this.value = value;
    }

    public String getDuration() {
        return duration;
    }

    public void setDuration(String duration) {
        this.duration = duration;
    }

    public Integer getPeriods() {
        return periods;
    }

    public void setPeriods(Integer periods) {
        this.periods = periods;
    }

    public List<String> getPlans() {
        return plans;
    }

    public void setPlans(List<String> plans) {
        this.plans = plans;
    }

    public Integer getMaxRedemptions() {
        return maxRedemptions;
    }

    public void setMaxRedemptions(Integer maxRedemptions) {
        this.maxRedemptions = maxRedemptions;
    }

    public String getLastDay() {
        return lastDay;
    }

    public void setLastDay(String lastDay) {
        this.lastDay = lastDay;
    }

    public boolean isActive() {
        return active;
    }

    public void setActive(boolean active) {
        this.active = active;
    }
}
