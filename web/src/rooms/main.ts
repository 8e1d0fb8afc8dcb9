import { createPinia } from 'pinia'
import { createApp } from 'vue'
import { languageOf, localeOf } from '../components'
import './rooms.css'
import RoomsPage from './RoomsPage.vue'

const locale = localeOf(new URLSearchParams(location.search).get('lang') ?? 'bn')
const { dir, t } = languageOf(locale)
document.documentElement.lang = locale
document.documentElement.dir = dir
document.title = t('rooms')

createApp(RoomsPage, { locale }).use(createPinia()).mount('#rooms')
