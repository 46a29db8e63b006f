--liquibase formatted sql

--changeset weir:billing-010 splitStatements:true endDelimiter:;
--comment: Invoices with states, kinds and taxes. A draft has no number; what is final has a content hash, and only its state moves. A credit note's amounts are below zero, so that sums over invoices are what was earned. cause: what it was made for, once. settled, credited: what was paid of it, and given back by credit notes, in minor units.
ALTER TABLE billing_invoice
    DROP CONSTRAINT billing_invoice_status_ck,
    DROP CONSTRAINT billing_invoice_total_ck,
    MODIFY number VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NULL,
    MODIFY issued_at DATETIME(3) NULL,
    MODIFY payment_id UUID NULL,
    MODIFY status VARCHAR(13) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    ADD COLUMN kind VARCHAR(11) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'invoice',
    ADD COLUMN reason VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'purchase',
    ADD COLUMN cause VARCHAR(150) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
    ADD COLUMN corrects_id UUID NULL,
    ADD COLUMN subscription_id UUID NULL,
    ADD COLUMN created_at DATETIME(3) NULL,
    ADD COLUMN final_at DATETIME(3) NULL,
    ADD COLUMN due_at DATETIME(3) NULL,
    ADD COLUMN paid_at DATETIME(3) NULL,
    ADD COLUMN period_from DATETIME(3) NULL,
    ADD COLUMN period_until DATETIME(3) NULL,
    ADD COLUMN net BIGINT NOT NULL DEFAULT 0,
    ADD COLUMN tax BIGINT NOT NULL DEFAULT 0,
    ADD COLUMN settled BIGINT NOT NULL DEFAULT 0,
    ADD COLUMN credited BIGINT NOT NULL DEFAULT 0,
    ADD COLUMN seller JSON NULL,
    ADD COLUMN buyer JSON NULL,
    ADD COLUMN note VARCHAR(500) NULL,
    ADD COLUMN content_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL;
UPDATE billing_invoice SET cause = CONCAT('payment/', payment_id), created_at = issued_at, paid_at = issued_at, net = total, settled = total;
ALTER TABLE billing_invoice
    MODIFY cause VARCHAR(150) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    MODIFY created_at DATETIME(3) NOT NULL,
    ADD CONSTRAINT billing_invoice_cause_uk UNIQUE (tenant_id, cause),
    ADD CONSTRAINT billing_invoice_corrects_fk FOREIGN KEY (tenant_id, corrects_id) REFERENCES billing_invoice (tenant_id, id),
    ADD CONSTRAINT billing_invoice_status_ck CHECK (status IN ('draft', 'open', 'paid', 'void', 'uncollectible')),
    ADD CONSTRAINT billing_invoice_kind_ck CHECK (kind IN ('invoice', 'credit_note') AND (kind = 'credit_note') = (corrects_id IS NOT NULL)),
    ADD CONSTRAINT billing_invoice_reason_ck CHECK (reason IN ('purchase', 'renewal', 'usage', 'change', 'manual', 'refund', 'unpaid')),
    ADD CONSTRAINT billing_invoice_final_ck CHECK ((status = 'draft') = (number IS NULL) AND (status = 'draft') = (issued_at IS NULL) AND (status <> 'draft' OR final_at IS NOT NULL)),
    ADD CONSTRAINT billing_invoice_total_ck CHECK (total = net + tax AND (kind = 'credit_note' OR total >= 0) AND (kind = 'invoice' OR total <= 0)),
    ADD CONSTRAINT billing_invoice_moved_ck CHECK (settled >= 0 AND credited >= 0 AND (kind = 'credit_note' OR settled <= total) AND (kind = 'credit_note' OR credited <= total)),
    ADD INDEX billing_invoice_due_ix (tenant_id, status, final_at),
    ADD INDEX billing_invoice_subscription_ix (tenant_id, subscription_id, period_from),
    ADD INDEX billing_invoice_corrects_ix (tenant_id, corrects_id);

--changeset weir:billing-011 splitStatements:true endDelimiter:;
--comment: Lines with tax and with all that their amounts were made of. Unit prices in major units now; what was there had no tax, and is what was paid.
ALTER TABLE billing_invoice_line
    DROP CONSTRAINT billing_invoice_line_quantity_ck,
    DROP CONSTRAINT billing_invoice_line_amount_ck,
    MODIFY description VARCHAR(500) NOT NULL,
    MODIFY quantity DECIMAL(38,12) NOT NULL,
    MODIFY unit_price DECIMAL(38,12) NOT NULL,
    ADD COLUMN kind VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'other',
    ADD COLUMN net BIGINT NOT NULL DEFAULT 0,
    ADD COLUMN tax BIGINT NOT NULL DEFAULT 0,
    ADD COLUMN gross BIGINT NOT NULL DEFAULT 0,
    ADD COLUMN period_from DATETIME(3) NULL,
    ADD COLUMN period_until DATETIME(3) NULL,
    ADD COLUMN basis JSON NULL;
UPDATE billing_invoice_line l JOIN billing_invoice i ON i.tenant_id = l.tenant_id AND i.id = l.invoice_id
SET l.net = l.amount, l.gross = l.amount, l.unit_price = l.unit_price / CASE
      WHEN i.currency IN ('BIF','CLP','DJF','GNF','ISK','JPY','KMF','KRW','PYG','RWF','UGX','UYI','VND','VUV','XAF','XOF','XPF') THEN 1
      WHEN i.currency IN ('BHD','IQD','JOD','KWD','LYD','OMR','TND') THEN 1000
      ELSE 100 END;
UPDATE billing_invoice_line l JOIN billing_invoice i ON i.tenant_id = l.tenant_id AND i.id = l.invoice_id
SET l.basis = JSON_OBJECT(
      'how', JSON_OBJECT('type', 'flat', 'offer', JSON_OBJECT('slug', 'before-versions', 'version', 0), 'quantity', l.quantity, 'unitPrice', l.unit_price, 'currency', i.currency),
      'tax', JSON_OBJECT('rate', 0, 'name', '', 'inclusive', JSON_COMPACT('true'), 'why', 'untaxed'));
ALTER TABLE billing_invoice_line
    MODIFY basis JSON NOT NULL,
    ADD CONSTRAINT billing_invoice_line_kind_ck CHECK (kind IN ('plan', 'proration', 'usage', 'minimum', 'extension', 'credits', 'discount', 'other')),
    ADD CONSTRAINT billing_invoice_line_gross_ck CHECK (gross = net + tax AND amount IN (net, gross));

--changeset weir:billing-012 splitStatements:true endDelimiter:;
--comment: Invoices and credit notes are counted apart.
ALTER TABLE billing_invoice_sequence
    ADD COLUMN series VARCHAR(11) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'invoice',
    DROP PRIMARY KEY,
    ADD PRIMARY KEY (tenant_id, series, issue_year),
    ADD CONSTRAINT billing_invoice_sequence_series_ck CHECK (series IN ('invoice', 'credit_note'));

--changeset weir:billing-013 splitStatements:true endDelimiter:;
--comment: What stands on an account's invoices as the buyer.
CREATE TABLE billing_customer (
    tenant_id  UUID         NOT NULL,
    id         UUID         NOT NULL,
    name       VARCHAR(255) NULL,
    address    JSON         NOT NULL,
    country    CHAR(2)      CHARACTER SET ascii COLLATE ascii_bin NULL,
    vat_id     VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NULL,
    email      VARCHAR(254) NULL,
    updated_at DATETIME(3)  NOT NULL,
    version    BIGINT       NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT billing_customer_tenant_uk UNIQUE (tenant_id, id)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

--changeset weir:billing-014 splitStatements:true endDelimiter:;
--comment: What a payment was asked for, priced: frozen before its gateway heard of it. The id is the payment's. excess: what the rest of the old period is worth beyond the new price, in minor units.
CREATE TABLE billing_order (
    tenant_id       UUID         NOT NULL,
    id              UUID         NOT NULL,
    account_id      UUID         NOT NULL,
    state           VARCHAR(7)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    reason          VARCHAR(10)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    content         JSON         NOT NULL,
    coupon_code     VARCHAR(63)  CHARACTER SET ascii COLLATE ascii_bin NULL,
    subscription_id UUID         NULL,
    created_at      DATETIME(3)  NOT NULL,
    version         BIGINT       NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT billing_order_tenant_uk UNIQUE (tenant_id, id),
    CONSTRAINT billing_order_state_ck CHECK (state IN ('open', 'settled', 'dropped')),
    INDEX billing_order_open_ix (tenant_id, state, created_at),
    INDEX billing_order_coupon_ix (tenant_id, coupon_code, account_id)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

--changeset weir:billing-015 splitStatements:true endDelimiter:;
--comment: How often a coupon is taken, by purchases that are open or done; and the coupon that runs for a subscription, as it was when it was redeemed. id of the second: the first payment, or what else the subscription began with.
CREATE TABLE billing_coupon_count (
    tenant_id UUID        NOT NULL,
    code      VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    taken     BIGINT      NOT NULL,
    PRIMARY KEY (tenant_id, code),
    CONSTRAINT billing_coupon_count_ck CHECK (taken >= 0)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE billing_running_coupon (
    tenant_id       UUID        NOT NULL,
    id              UUID        NOT NULL,
    account_id      UUID        NOT NULL,
    subscription_id UUID        NOT NULL,
    coupon          JSON        NOT NULL,
    name            VARCHAR(255) NOT NULL,
    periods         INT         NOT NULL,
    version         BIGINT      NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT billing_running_coupon_uk UNIQUE (tenant_id, subscription_id),
    CONSTRAINT billing_running_coupon_ck CHECK (periods >= 0)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
