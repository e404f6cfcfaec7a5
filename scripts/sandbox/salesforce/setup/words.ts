import type { OrgLanguage } from '../traits/types.ts';

type Words = { readonly [english: string]: { readonly [language in OrgLanguage]?: string } };

/** Names that the platform translates into the language of whoever asks. */
const NAMES: Words = {
    'System Administrator': { de: 'Systemadministrator', ja: 'システム管理者' },
    'Standard User': { de: 'Standardbenutzer', ja: '標準ユーザー' },
    'Minimum Access - Salesforce': {
        de: 'Minimaler Zugriff – Salesforce',
        ja: '最小アクセス - Salesforce'
    },
    Default: { de: 'Standard', ja: 'デフォルト' },
    'Last Name': { de: 'Nachname', ja: '姓' },
    'First Name': { de: 'Vorname', ja: '名' },
    Company: { de: 'Firma', ja: '会社名' },
    Email: { de: 'E-Mail', ja: 'メール' },
    Phone: { de: 'Telefon', ja: '電話' },
    Country: { de: 'Land', ja: '国' },
    Subject: { de: 'Betreff', ja: '件名' },
    Status: { de: 'Status', ja: '状況' },
    Owner: { de: 'Inhaber', ja: '所有者' }
};

/** Statuses as an org is given them when it is created in a language; API names are no less translated. */
const STATUSES: Words = {
    Sent: { ja: '送信' },
    Responded: { ja: 'レスポンス' },
    'Open - Not Contacted': { ja: 'オープン - 未連絡' },
    'Working - Contacted': { ja: 'コンタクト中' },
    'Closed - Converted': { ja: 'クローズ - 取引開始済' },
    'Closed - Not Converted': { ja: 'クローズ - 対象外' },
    'Not Started': { ja: '未着手' },
    'In Progress': { ja: '進行中' },
    Completed: { ja: '完了' },
    'Waiting on someone else': { ja: '他者待ち' },
    Deferred: { ja: '延期' },
    High: { ja: '高' },
    Normal: { ja: '中' },
    Low: { ja: '低' },
    Prospecting: { ja: '見込み' },
    'Closed Won': { ja: '成立' },
    'Closed Lost': { ja: '不成立' }
};

/** The beginnings of the platform's messages. */
const MESSAGES: Words = {
    'Required fields are missing': {
        de: 'Erforderliche Felder fehlen',
        ja: '必要な項目がありません'
    },
    'data value too large': { de: 'Datenwert zu groß', ja: 'データ値が大きすぎます' },
    'bad value for restricted picklist field': {
        de: 'Ungültiger Wert für eingeschränktes Auswahllistenfeld',
        ja: '制限つき選択リスト項目の値が不適切です'
    },
    'invalid cross reference id': { de: 'Ungültige Querverweis-ID', ja: '無効なクロス参照 ID' },
    'entity is deleted': { de: 'Entität wurde gelöscht', ja: 'エンティティは削除されています' },
    'License Limit Exceeded': { de: 'Lizenzlimit überschritten', ja: 'ライセンス制限を超えました' },
    'Use one of these records?': {
        de: 'Möchten Sie einen dieser Datensätze verwenden?',
        ja: '次のいずれかのレコードを使用しますか?'
    },
    'insufficient access rights on object id': {
        de: 'Unzureichende Zugriffsrechte für Objekt-ID',
        ja: 'オブジェクト ID に対するアクセス権限がありません'
    }
};

export function nameIn(language: OrgLanguage, english: string): string {
    return NAMES[english]?.[language] ?? english;
}

export function statusIn(language: OrgLanguage, english: string): string {
    return STATUSES[english]?.[language] ?? english;
}

/** A message of the platform; what an admin or a class wrote is in the words they wrote it in. */
export function messageIn(language: OrgLanguage, english: string): string {
    for (const [phrase, words] of Object.entries(MESSAGES)) {
        const translated = words[language];
        if (translated !== undefined && english.includes(phrase)) {
            return english.replace(phrase, translated);
        }
    }
    return english;
}
