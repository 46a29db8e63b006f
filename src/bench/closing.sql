-- A tenant of its own whose subscriptions all reach the end of a period at one instant, two days ago: drafts over usage
-- are due, so is their end, and so are the invoices for the next period. Of every ten, one has half price for ever, one
-- pays nothing for its plan and goes on at once, and five have a VAT id or a country of their own.
-- Wants @slug (of the tenant), @run (8 hexadecimal digits), @today (in UTC) and @many, at most 100,000.
SET @over = DATE(@today) - INTERVAL 2 DAY, @begun = DATE(@today) - INTERVAL 32 DAY, @next = DATE(@today) + INTERVAL 28 DAY;
SET @source = CONCAT('/', DATE(@today) - INTERVAL 32 DAY);
SET @tenant = CONCAT(@run, '-0000-4000-8000-000000000000'), @plan = CONCAT(@run, '-0001-4000-8000-000000000000');
SET @user = CONCAT(@run, '-0002-4000-8000-'), @account = CONCAT(@run, '-0003-4000-8000-');
SET @paid = CONCAT(@run, '-0004-4000-8000-'), @ended = CONCAT(@run, '-0005-4000-8000-');
SET @allowance = CONCAT(@run, '-0006-4000-8000-'), @grant = CONCAT(@run, '-0007-4000-8000-');
SET @running = CONCAT(@run, '-0008-4000-8000-'), @coupon = CONCAT(@run, '-0009-4000-8000-');
SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED;
START TRANSACTION;
INSERT INTO tenancy_tenant (id, slug, name, currency, locale, zone, sandbox, settings, version)
VALUES (@tenant, @slug, 'Closing', 'EUR', 'en', 'Europe/Berlin', TRUE, '{}', 1);
INSERT INTO metering_meter (tenant_id, meter_key, title, unit, decimals) VALUES (@tenant, 'calls', 'Calls', 'call', 0);
INSERT INTO billing_terms (tenant_id, id, version_no, terms, since, changed_by)
VALUES (@tenant, @plan, 1, JSON_OBJECT('coupons', JSON_ARRAY(),
  'taxes', JSON_OBJECT('inclusive', JSON_COMPACT('false'), 'reverseCharge', JSON_COMPACT('true'), 'rates',
    JSON_ARRAY(JSON_OBJECT('country', 'DE', 'rate', 19, 'name', 'USt'), JSON_OBJECT('country', 'FR', 'rate', 20, 'name', 'TVA'))),
  'seller', JSON_OBJECT('name', 'Seller GmbH', 'address', JSON_ARRAY('Weg 1', '10115 Berlin'), 'country', 'DE', 'vatId', 'DE136695976'),
  'invoices', JSON_OBJECT('draftHours', 24, 'dueDays', 14, 'renewalDays', 40)), @begun, 'closing');
SET @charges = '[{"meter":"calls","model":"graduated","included":100,"tiers":[{"upTo":1000,"unitPrice":0.01},{"unitPrice":0.005}]}]';
INSERT INTO subscriptions_plan (tenant_id, id, slug, name, price_minor, currency, term_interval, term_days, rank_no, quotas,
  requests_per_minute, features, active, created_at, updated_at, version, overage, renewal, charges, minimum_minor)
VALUES (@tenant, @plan, 'closing', 'Closing', 2000, 'EUR', 'days', 30, 1, '{"calls":100}', 0, '{}', TRUE, @begun, @begun, 1,
  'allow', 'invoice', @charges, 2500);
INSERT INTO subscriptions_plan_version (tenant_id, id, plan_id, version_no, content, price_minor, currency, since, changed_by)
SELECT tenant_id, id, id, 1, JSON_OBJECT('name', name, 'description', NULL, 'interval', term_interval, 'durationDays', term_days,
    'rank', rank_no, 'quotas', JSON_COMPACT(quotas), 'overage', overage, 'requestsPerMinute', 0, 'maxVirtualPortfolios', NULL,
    'features', JSON_COMPACT('{}'), 'isActive', JSON_COMPACT('true'), 'trialDays', 0, 'family', NULL, 'renewal', renewal,
    'charges', JSON_COMPACT(charges), 'minimum', 25), price_minor, currency, created_at, 'closing'
FROM subscriptions_plan WHERE tenant_id = @tenant;
INSERT INTO identity_user (tenant_id, id, email, password_hash, full_name, locale, role, account_id, created_at, version)
SELECT @tenant, CONCAT(@user, LPAD(LOWER(HEX(seq)), 12, '0')), CONCAT('closing-', seq, '@example.com'), '-', CONCAT('Buyer ', seq), 'en',
  'CUSTOMER', CONCAT(@account, LPAD(LOWER(HEX(seq)), 12, '0')), @begun, 1 FROM seq_1_to_100000 WHERE seq <= @many;
INSERT INTO tenancy_account (tenant_id, id, name, owner_user_id, email, created_at, version)
SELECT tenant_id, account_id, full_name, id, email, created_at, 1 FROM identity_user WHERE tenant_id = @tenant;
INSERT INTO subscriptions_account (tenant_id, id, created_at)
SELECT tenant_id, id, created_at FROM tenancy_account WHERE tenant_id = @tenant;
INSERT INTO subscriptions_subscription (tenant_id, id, account_id, plan_id, status, is_free, period_from, period_until, opened_until,
  cancel_at_period_end, cause, origin, anchor, created_at, version)
SELECT @tenant, CONCAT(@paid, RIGHT(id, 12)), id, @plan, 'ACTIVE', FALSE, @over, @next, @next, FALSE, CONCAT('closing/', id),
  CONCAT('closing/', id), @begun, @begun, 1 FROM subscriptions_account WHERE tenant_id = @tenant;
INSERT INTO subscriptions_period (tenant_id, id, subscription_id, period_from, period_until, meters, version, cause, to_bill)
SELECT @tenant, CONCAT(@ended, RIGHT(id, 12)), id, @begun, @over, '["calls"]', 1, cause, TRUE
FROM subscriptions_subscription WHERE tenant_id = @tenant;
INSERT INTO subscriptions_period (tenant_id, id, subscription_id, period_from, period_until, meters, version, to_bill)
SELECT @tenant, CONCAT(@running, RIGHT(id, 12)), id, @over, @next, '["calls"]', 1, TRUE
FROM subscriptions_subscription WHERE tenant_id = @tenant;
INSERT INTO metering_allowance (tenant_id, account_id, meter, id, granted, used, reserved, starts_at, ends_at, source, created_at,
  overage, overage_percent)
SELECT @tenant, account_id, 'calls', CONCAT(@allowance, RIGHT(id, 12)), 100, 100, 0, @begun, @over,
  CONCAT('subscription/', id, @source), @begun, CONV(RIGHT(id, 6), 16, 10) * 37 % 5000, NULL
FROM subscriptions_subscription WHERE tenant_id = @tenant;
INSERT INTO metering_grant (tenant_id, account_id, meter, id, allowance_id, quantity, kind, source, granted_at)
SELECT tenant_id, account_id, meter, CONCAT(@grant, RIGHT(id, 12)), id, granted, 'PLAN', source, created_at
FROM metering_allowance WHERE tenant_id = @tenant;
INSERT INTO billing_customer (tenant_id, id, address, country, vat_id, updated_at, version)
SELECT tenant_id, id, '["Road 1"]', IF(CONV(RIGHT(id, 6), 16, 10) % 4 = 0, 'FR', 'DE'),
  IF(CONV(RIGHT(id, 6), 16, 10) % 4 = 0, 'FR40303265045', NULL), created_at, 1
FROM subscriptions_account WHERE tenant_id = @tenant AND CONV(RIGHT(id, 6), 16, 10) % 2 = 0;
INSERT INTO billing_running_coupon (tenant_id, id, account_id, subscription_id, coupon, name, periods, version)
SELECT tenant_id, CONCAT(@coupon, RIGHT(id, 12)), account_id, id, CONCAT('{"active":true,"code":"LESS","plans":["closing"],"worth":{"percent":',
    IF(CONV(RIGHT(id, 6), 16, 10) % 10 = 3, 50, 100), ',"type":"percent"}',
    IF(CONV(RIGHT(id, 6), 16, 10) % 10 = 3, '}', ',"periods":9}')), 'Less', 1, 1
FROM subscriptions_subscription WHERE tenant_id = @tenant AND CONV(RIGHT(id, 6), 16, 10) % 10 IN (3, 7);
COMMIT;
