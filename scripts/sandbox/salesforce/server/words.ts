/** How an org words why it refuses a deployment, in the deployer's language; only codes stay the same. */
import type { OrgLanguage } from '../traits/types.ts';

const WORDS = {
    scheduled: {
        en_US: 'This schedulable class has jobs pending or in progress',
        de: 'Für diese planbare Klasse sind Aufträge ausstehend oder in Bearbeitung',
        ja: 'このスケジュール可能クラスには、待機中または処理中のジョブがあります'
    },
    running: {
        en_US: 'This Apex class has batch or future jobs pending or in progress',
        de: 'Für diese Apex-Klasse sind Batch- oder Future-Aufträge ausstehend oder in Bearbeitung',
        ja: 'この Apex クラスには、待機中または処理中の一括処理ジョブまたは将来のジョブがあります'
    },
    history: {
        en_US: 'You have exceeded the allowed number of fields to track',
        de: 'Sie haben die zulässige Anzahl nachverfolgter Felder überschritten (Feldverlauf)',
        ja: '追跡できる項目数の上限を超えています (項目履歴管理)'
    },
    noApex: {
        en_US: 'Apex class or trigger is not supported in this edition',
        de: 'Apex-Klassen und -Auslöser werden in dieser Edition nicht unterstützt',
        ja: 'このエディションでは Apex クラスおよびトリガーはサポートされていません'
    },
    coverage: {
        en_US: 'Test coverage of selected Apex class is {0}%, at least 75% test coverage is required',
        de: 'Die Testabdeckung der ausgewählten Apex-Klasse beträgt {0} %; mindestens 75 % sind erforderlich',
        ja: '選択した Apex クラスのテストカバー率は {0}% です。少なくとも 75% のテストカバー率が必要です'
    },
    column: {
        en_US: 'Invalid value specified: no column {0}',
        de: 'Ungültiger Wert angegeben: keine Spalte {0}',
        ja: '無効な値が指定されました: 列 {0} は存在しません'
    }
} as const;

export type Refusal = keyof typeof WORDS;

export function refusal(what: Refusal, language: OrgLanguage, detail = ''): string {
    return WORDS[what][language].replace('{0}', detail);
}
